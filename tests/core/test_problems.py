"""Numbers people read out on the telephone: unique, stable, only ever added to."""

from __future__ import annotations

from chasqui_sync.core.problems import BY_NUMBER, Problem, Trouble

FROZEN = """
101 422 field-missing      102 422 field-type          111 422 dni-length         112 422 dni-letters
113 422 dni-check          114 422 ruc-shape           115 422 ruc-check          116 422 document-unusual
117 422 mrz-check          121 422 phone-unusual       122 422 email-unusual      131 422 date-future
132 422 date-old           133 422 date-young          134 422 date-unreadable    135 422 year-unlikely
141 422 district-unknown   142 422 choice-unknown      143 422 number-unlikely    144 422 text-long
151 422 consent-needed     152 422 name-needed         153 422 identity-needed
201 404 not-found          202 405 method-not-allowed  203 413 body-too-large     204 400 body-unreadable
205 415 media-type         206 400 cursor-unknown      207 400 version-unknown    208 413 inflated-too-large
209 400 dictionary-unknown
301 401 unsigned           302 401 device-unknown      303 401 signature-wrong    304 401 challenge-used
305 403 enrolment-code     306 409 device-taken        307 403 scope-foreign      308 403 device-revoked
309 429 too-many-tries     310 403 role-foreign
401 400 batch-corrupt      402 400 batch-signature     403 403 batch-foreign      404 409 batch-gap
405 409 journal-fork       411 0 kind-unknown          412 0 schema-newer         413 0 action-unknown
414 0 rule-broken          415 0 operation-unreadable  416 0 record-exists        417 0 record-unknown
418 0 scope-outside        419 0 written-twice         420 0 dropped
421 0 not-permitted      422 0 user-left
431 409 blob-gap           432 400 blob-corrupt        433 410 blob-unwanted
501 0 passphrase-wrong     502 0 database-newer        503 0 disk-full            504 0 database-damaged
505 0 profile-unwritable   506 0 profile-in-use        507 0 passphrase-weak     508 0 user-exists
509 0 copy-broken          510 0 guess-later          511 0 device-secret-gone   512 0 recovery-code
513 0 recovery-none        514 0 reading-closed        515 0 key-unreadable       516 0 key-phrase
517 0 key-missing
601 0 line-down            602 503 headquarters-trouble 603 0 answer-unreadable   604 0 receipt-false
605 503 storage-busy       606 0 answer-slow           607 0 address-unsafe       608 0 certificate-untrusted
""".split()
"""Number, HTTP status and slug of every problem so far. New ones are added; nothing here is ever changed."""


def test_no_problem_has_changed_its_number_status_or_word() -> None:
    kept = {
        (int(number), int(status), slug)
        for number, status, slug in zip(FROZEN[::3], FROZEN[1::3], FROZEN[2::3], strict=True)
    }
    now = {(problem.number, problem.status, problem.slug) for problem in Problem}
    assert kept - now == set()
    assert now - kept == set(), "a new problem: add it to the frozen list"


def test_numbers_and_words_are_each_given_once() -> None:
    assert len(BY_NUMBER) == len(Problem)
    assert len({problem.slug for problem in Problem}) == len(Problem)
    assert all(BY_NUMBER[problem.number] is problem for problem in Problem)


def test_a_trouble_names_its_problem_and_hides_its_arguments_from_the_log() -> None:
    trouble = Trouble(Problem.BATCH_GAP, expected=4)
    assert str(trouble) == "404 batch-gap"
    assert trouble.arguments == {"expected": 4}
