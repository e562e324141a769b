"""Every problem has one number, the same on laptop, hub and headquarters.

A number is never reused and never changes its meaning; new ones are added at the end of their range.
Sentences for people are not here: ``chasqui_desktop.troubles`` and the screens hold them, by ``slug``.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class ProblemKind(NamedTuple):
    """Number, HTTP status (RFC 9110; 0 where the problem never travels by HTTP) and a stable slug."""

    number: int
    status: int
    slug: str


class Problem(Enum):
    """The numbered problems. 1xx answers, 2xx requests, 3xx devices, 4xx journals, 5xx laptop, 6xx line."""

    # 1xx: an answer breaks a rule
    FIELD_MISSING = ProblemKind(101, 422, "field-missing")
    FIELD_TYPE = ProblemKind(102, 422, "field-type")
    DNI_LENGTH = ProblemKind(111, 422, "dni-length")
    DNI_LETTERS = ProblemKind(112, 422, "dni-letters")
    DNI_CHECK = ProblemKind(113, 422, "dni-check")
    RUC_SHAPE = ProblemKind(114, 422, "ruc-shape")
    RUC_CHECK = ProblemKind(115, 422, "ruc-check")
    DOCUMENT_UNUSUAL = ProblemKind(116, 422, "document-unusual")
    MRZ_CHECK = ProblemKind(117, 422, "mrz-check")
    PHONE_UNUSUAL = ProblemKind(121, 422, "phone-unusual")
    EMAIL_UNUSUAL = ProblemKind(122, 422, "email-unusual")
    DATE_FUTURE = ProblemKind(131, 422, "date-future")
    DATE_OLD = ProblemKind(132, 422, "date-old")
    DATE_YOUNG = ProblemKind(133, 422, "date-young")
    DATE_UNREADABLE = ProblemKind(134, 422, "date-unreadable")
    YEAR_UNLIKELY = ProblemKind(135, 422, "year-unlikely")
    DISTRICT_UNKNOWN = ProblemKind(141, 422, "district-unknown")
    CHOICE_UNKNOWN = ProblemKind(142, 422, "choice-unknown")
    NUMBER_UNLIKELY = ProblemKind(143, 422, "number-unlikely")
    TEXT_LONG = ProblemKind(144, 422, "text-long")
    CONSENT_NEEDED = ProblemKind(151, 422, "consent-needed")
    NAME_NEEDED = ProblemKind(152, 422, "name-needed")
    IDENTITY_NEEDED = ProblemKind(153, 422, "identity-needed")

    # 2xx: a request cannot be read
    NOT_FOUND = ProblemKind(201, 404, "not-found")
    METHOD_NOT_ALLOWED = ProblemKind(202, 405, "method-not-allowed")
    BODY_TOO_LARGE = ProblemKind(203, 413, "body-too-large")
    BODY_UNREADABLE = ProblemKind(204, 400, "body-unreadable")
    MEDIA_TYPE = ProblemKind(205, 415, "media-type")
    CURSOR_UNKNOWN = ProblemKind(206, 400, "cursor-unknown")
    VERSION_UNKNOWN = ProblemKind(207, 400, "version-unknown")
    INFLATED_TOO_LARGE = ProblemKind(208, 413, "inflated-too-large")
    DICTIONARY_UNKNOWN = ProblemKind(209, 400, "dictionary-unknown")

    # 3xx: who is asking
    UNSIGNED = ProblemKind(301, 401, "unsigned")
    DEVICE_UNKNOWN = ProblemKind(302, 401, "device-unknown")
    SIGNATURE_WRONG = ProblemKind(303, 401, "signature-wrong")
    CHALLENGE_USED = ProblemKind(304, 401, "challenge-used")
    ENROLMENT_CODE = ProblemKind(305, 403, "enrolment-code")
    DEVICE_TAKEN = ProblemKind(306, 409, "device-taken")
    SCOPE_FOREIGN = ProblemKind(307, 403, "scope-foreign")
    DEVICE_REVOKED = ProblemKind(308, 403, "device-revoked")
    TOO_MANY_TRIES = ProblemKind(309, 429, "too-many-tries")
    ROLE_FOREIGN = ProblemKind(310, 403, "role-foreign")

    # 4xx: a batch and its journal
    BATCH_CORRUPT = ProblemKind(401, 400, "batch-corrupt")
    BATCH_SIGNATURE = ProblemKind(402, 400, "batch-signature")
    BATCH_FOREIGN = ProblemKind(403, 403, "batch-foreign")
    BATCH_GAP = ProblemKind(404, 409, "batch-gap")
    JOURNAL_FORK = ProblemKind(405, 409, "journal-fork")
    # verdicts on one operation inside an accepted batch: said in the receipt, never refusing the batch
    KIND_UNKNOWN = ProblemKind(411, 0, "kind-unknown")
    SCHEMA_NEWER = ProblemKind(412, 0, "schema-newer")
    ACTION_UNKNOWN = ProblemKind(413, 0, "action-unknown")
    RULE_BROKEN = ProblemKind(414, 0, "rule-broken")
    OPERATION_UNREADABLE = ProblemKind(415, 0, "operation-unreadable")
    RECORD_EXISTS = ProblemKind(416, 0, "record-exists")
    RECORD_UNKNOWN = ProblemKind(417, 0, "record-unknown")
    SCOPE_OUTSIDE = ProblemKind(418, 0, "scope-outside")
    WRITTEN_TWICE = ProblemKind(419, 0, "written-twice")
    DROPPED = ProblemKind(420, 0, "dropped")
    NOT_PERMITTED = ProblemKind(421, 0, "not-permitted")
    USER_LEFT = ProblemKind(422, 0, "user-left")
    # a blob and its bytes
    BLOB_GAP = ProblemKind(431, 409, "blob-gap")
    BLOB_CORRUPT = ProblemKind(432, 400, "blob-corrupt")
    BLOB_UNWANTED = ProblemKind(433, 410, "blob-unwanted")

    # 5xx: this laptop
    PASSPHRASE_WRONG = ProblemKind(501, 0, "passphrase-wrong")
    DATABASE_NEWER = ProblemKind(502, 0, "database-newer")
    DISK_FULL = ProblemKind(503, 0, "disk-full")
    DATABASE_DAMAGED = ProblemKind(504, 0, "database-damaged")
    PROFILE_UNWRITABLE = ProblemKind(505, 0, "profile-unwritable")
    PROFILE_IN_USE = ProblemKind(506, 0, "profile-in-use")
    PASSPHRASE_WEAK = ProblemKind(507, 0, "passphrase-weak")
    USER_EXISTS = ProblemKind(508, 0, "user-exists")
    COPY_BROKEN = ProblemKind(509, 0, "copy-broken")
    GUESS_LATER = ProblemKind(510, 0, "guess-later")
    DEVICE_SECRET_GONE = ProblemKind(511, 0, "device-secret-gone")
    RECOVERY_CODE = ProblemKind(512, 0, "recovery-code")
    RECOVERY_NONE = ProblemKind(513, 0, "recovery-none")
    READING_CLOSED = ProblemKind(514, 0, "reading-closed")
    KEY_UNREADABLE = ProblemKind(515, 0, "key-unreadable")
    KEY_PHRASE = ProblemKind(516, 0, "key-phrase")
    KEY_MISSING = ProblemKind(517, 0, "key-missing")

    # 6xx: the line and the other side
    LINE_DOWN = ProblemKind(601, 0, "line-down")
    HEADQUARTERS_TROUBLE = ProblemKind(602, 503, "headquarters-trouble")
    ANSWER_UNREADABLE = ProblemKind(603, 0, "answer-unreadable")
    RECEIPT_FALSE = ProblemKind(604, 0, "receipt-false")
    STORAGE_BUSY = ProblemKind(605, 503, "storage-busy")
    ANSWER_SLOW = ProblemKind(606, 0, "answer-slow")
    ADDRESS_UNSAFE = ProblemKind(607, 0, "address-unsafe")
    CERTIFICATE_UNTRUSTED = ProblemKind(608, 0, "certificate-untrusted")

    @property
    def number(self) -> int:
        """The stable number a person can read out on the telephone."""
        return self.value.number

    @property
    def status(self) -> int:
        """HTTP status, 0 where the problem never travels by HTTP."""
        return self.value.status

    @property
    def slug(self) -> str:
        """The stable word for it, used in RFC 9457 ``type`` and as key of the sentences."""
        return self.value.slug


BY_NUMBER: dict[int, Problem] = {problem.number: problem for problem in Problem}


class Trouble(Exception):
    """A known problem: the world failed, not the program.

    ``arguments`` hold only what the sentence needs (counts, a seq, a time): never personal data,
    because they travel in problem documents and appear in logs.
    """

    def __init__(self, problem: Problem, **arguments: object) -> None:
        super().__init__(f"{problem.number} {problem.slug}")
        self.problem = problem
        self.arguments: dict[str, object] = arguments
