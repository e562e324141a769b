"""What is sealed opens for the focal point alone, for that person alone, whole or not at all."""

from __future__ import annotations

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from chasqui_sync.core.problems import Problem, Trouble
from chasqui_sync.core.records import Sealed
from chasqui_sync.sealing import seal, unseal

PRIVATE = b"p" * 32
PUBLIC = base64.b64encode(X25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()).decode()
RECORD = "0f" * 16

GOLDEN = Sealed(
    key="1ffcae962d05270f",
    sealed=(
        "qJHmOM+DFma4GBeWdlPikblVHBajtZ8he0OGvWBOI2Z6VkMED8o1g54ANx8N108JJvRFKGUpBhYptNAq1pkZ+Ns4DfW2SNpD"
        "FwC+XfgW0qlvjUcGTGv4zl8M9/Ba349JCu48NYmFx1Ufq6LG1LNZUPpkli6cXpDJm/rrU6Xf+Fw0+oh2vZlBrol6oJqajT4d"
        "4eitif43IdJcP3Gs6Aps8ItrmLM/Lw8PaORrWjoQvuts9gTTn+mKDY5j17fZUq3Da3vd1GIu/KETaUqJTrnIokItdjugdNFh"
        "gc1qaLv3gH+AxIo0upn8A53LD325hRHmg3xtjM3bgZf5OPcj7qvDGZy4KaFAlY088DqzSJVZ+/DztD9a8eTYV5QrnHj0UZUA"
        "TJuD/v7TjrbKx54FIiYvc5qR22Toe0GcDd8si2z87OlXbnyQKXlyHxctSHP6tEIV53lX2I3yuYtlVWlm0CsSP7vxUmLOHzT+"
        "nkj60jhHqDf2aghrI+24Sc4mzSL9Y38ETIEMJ5YwS6xazPbfLK9/8nxMkBdDz3FFsbV8bgmLqWfgLAxeH8NgdvKt5qK/qwcP"
        "6KsqA2e+Ha2dNkY8HiZ17A+HLtRGoElrDxKInuYA3bRAITkya+gcvCF0Of6w9PAGwFpDIdM4RRTiEPEzjO9ubXm+yBRq2+dO"
        "vav0dC00u5flhR7Vmsz+g+tOHtjrV7kHlhJz8P0i5/ZWhDIcr/sZAkUNesiSa3xCjXsefFqFtRI="
    ),
)
"""Sealed by the first version; every later one must open it."""


@given(st.dictionaries(st.text(), st.text() | st.booleans() | st.none(), max_size=8))
def test_the_focal_point_reads_what_was_answered(answers: dict[str, object]) -> None:
    assert unseal(seal(answers, RECORD, PUBLIC), RECORD, PRIVATE) == answers


def test_what_the_first_version_sealed_still_opens() -> None:
    assert unseal(GOLDEN, RECORD, PRIVATE) == {"food": "yes", "note": "ñ"}


def test_a_yes_is_as_long_as_a_no() -> None:
    lengths = {
        len(seal({"food": said, "note": note}, RECORD, PUBLIC).sealed)
        for said in ("yes", "no", "unsaid")
        for note in ("", "x" * 300)
    }
    assert len(lengths) == 1


def test_the_same_answers_never_look_the_same() -> None:
    assert seal({"food": "yes"}, RECORD, PUBLIC) != seal({"food": "yes"}, RECORD, PUBLIC)


def test_every_changed_byte_is_seen() -> None:
    sealed = seal({"food": "yes"}, RECORD, PUBLIC)
    raw = base64.b64decode(sealed.sealed)
    for place in range(len(raw)):
        changed = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        with pytest.raises(Trouble):
            unseal(Sealed(sealed.key, base64.b64encode(changed).decode()), RECORD, PRIVATE)


@pytest.mark.parametrize(("record", "private"), [("0e" * 16, PRIVATE), (RECORD, b"q" * 32)])
def test_it_opens_for_no_other_person_and_no_other_key(record: str, private: bytes) -> None:
    sealed = seal({"food": "yes"}, RECORD, PUBLIC)
    with pytest.raises(Trouble) as caught:
        unseal(sealed, record, private)
    assert caught.value.problem is Problem.SIGNATURE_WRONG


@pytest.mark.parametrize("key", ["", "AAAA", "not base64!"])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        seal({}, RECORD, key)
