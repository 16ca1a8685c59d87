"""Networks: captive, cut, slow, lying."""

from tests.faults import Fault

FAULTS = (
    Fault(
        "Answers of one sync are lost, cut, altered or somebody else's, one after the other.",
        "Each is asked again in the same conversation, three times in all; the sync goes on.",
        "tests/unit/sync/test_again.py::test_a_sync_goes_on_though_answers_are_lost",
    ),
    Fault(
        "A sign-in page, an unsigned error or an unsigned answer comes instead of any answer.",
        "It changes nothing on the desk; the packets wait.",
        "tests/unit/sync/test_bad_network.py::test_what_is_not_signed_changes_nothing",
    ),
    Fault(
        "A captive portal answers a sync.",
        "It is said to be a web page, and what to do; the packet is delivered later.",
        "tests/e2e/test_bad_input.py::test_a_page_instead_of_an_answer",
    ),
    Fault(
        "A captive portal answers an enrolment.",
        "No profile is made, and the same code works later.",
        "tests/e2e/test_enrolment.py::test_a_sign_in_page_in_the_place_of_the_server",
    ),
    Fault(
        "A sign-in page comes instead of a file of the batch.",
        "Not a byte of it is written.",
        "tests/unit/sync/test_transfer.py::test_a_sign_in_page_is_not_written",
    ),
    Fault(
        "Another server answers, with a true signature of its own.",
        "It is not ours: nothing of it is used.",
        "tests/unit/sync/test_bad_network.py::test_another_servers_true_signature_is_not_ours",
    ),
    Fault(
        "An old answer of the right server is replayed.",
        "It names another nonce, and is not taken.",
        "tests/unit/sync/test_bad_network.py::test_an_old_answer_to_another_question_is_not_taken",
    ),
    Fault(
        "The answer to a delivery is lost.",
        "It is delivered again, counted once, and the same receipt comes.",
        "tests/unit/sync/test_bad_network.py::test_a_lost_answer_is_delivered_again_and_counted_once",
    ),
    Fault(
        "An answer is cut off.",
        "It is said how much came; nothing of it is used.",
        "tests/unit/sync/test_bad_network.py::test_a_cut_off_answer_says_how_much_came",
    ),
    Fault(
        "An answer is cut off in its head.",
        "It is told as cut off, not as another server's.",
        "tests/unit/sync/test_bad_network.py::test_an_answer_cut_off_in_its_head_is_not_taken_for_another_server_s",
    ),
    Fault(
        "A body without its length is cut off.",
        "It is no answer.",
        "tests/unit/sync/test_bad_network.py::test_a_cut_off_answer_without_length_is_no_answer",
    ),
    Fault(
        "A body never ends.",
        "It ends at the limit.",
        "tests/unit/sync/test_bad_network.py::test_an_endless_answer_ends_at_the_limit",
    ),
    Fault(
        "A file's body never ends.",
        "It ends at the length that the manifest says.",
        "tests/unit/sync/test_transfer.py::test_an_endless_body_ends_at_the_length_of_the_manifest",
    ),
    Fault(
        "A server goes silent.",
        "It is given up after the stall limit, and tried again later.",
        "tests/unit/sync/test_bad_network.py::test_a_server_that_says_nothing_is_given_up",
    ),
    Fault(
        "Closing the app while a server never answers.",
        "Nothing is held up.",
        "tests/ui/application/test_closing.py::test_a_server_that_never_answers_holds_nothing_up",
    ),
    Fault(
        "Nobody listens at the address.",
        "No connection, in words; the work is safe.",
        "tests/unit/sync/test_bad_network.py::test_no_server_there",
    ),
    Fault(
        "The name is not found, or is none.",
        "It is said which.",
        "tests/unit/sync/test_bad_network.py::test_a_name_that_is_none",
    ),
    Fault(
        "The proxy is not there.",
        "No connection, by the proxy's fault.",
        "tests/unit/sync/test_bad_network.py::test_a_proxy_that_is_not_there",
    ),
    Fault(
        "The proxy wants a password (407).",
        "It is said; the work is safe.",
        "tests/unit/sync/test_bad_network.py::test_a_proxy_that_wants_a_password",
    ),
    Fault(
        "TLS is intercepted by an authority that nobody vouches for.",
        "Nothing is sent.",
        "tests/unit/sync/test_bad_network.py::test_a_certificate_that_nobody_vouches_for",
    ),
    Fault(
        "The certificate is of another name, too old, or a stranger's.",
        "Nothing is sent, and it is said which.",
        "tests/system/test_tls.py::test_a_certificate_of_another_name_too_old_or_of_a_stranger",
    ),
    Fault(
        "The authority stops being trusted, and is again.",
        "The desk waits, then works.",
        "tests/system/test_tls.py::test_a_desk_works_where_the_authority_is_trusted_and_waits_where_not",
    ),
    Fault(
        "A server answers with another range than was asked for.",
        "Not a byte of it is written.",
        "tests/unit/sync/test_transfer.py::test_a_wrong_range_is_not_written",
    ),
    Fault(
        "A server knows no ranges.",
        "The file is begun anew.",
        "tests/unit/sync/test_transfer.py::test_a_server_without_ranges_begins_anew",
    ),
    Fault(
        "What came of a file is longer than the file.",
        "It is thrown away, and fetched anew.",
        "tests/unit/sync/test_transfer.py::test_a_part_that_is_too_long_is_thrown_away",
    ),
    Fault(
        "A file is cut off on its way.",
        "The next sync goes on at the byte where it ended.",
        "tests/unit/sync/test_engine_in_trouble.py::test_a_cut_off_file_is_gone_on_with_at_the_next_sync",
    ),
    Fault(
        "A signed refusal asks for patience (429, 503).",
        "Its Retry-After is honoured, in either form, up to a day.",
        "tests/unit/sync/test_bad_network.py::test_a_signed_refusal_is_told_and_its_retry_after_honoured",
    ),
    Fault(
        "A Retry-After is nonsense, in the past, or of years.",
        "It is ignored or bounded; trying never stops.",
        "tests/unit/sync/test_backoff.py::test_what_asks_for_nothing_changes_nothing",
    ),
    Fault(
        "The server's nonce is stale.",
        "It costs one more request and nothing else.",
        "tests/unit/sync/test_bad_network.py::test_a_stale_nonce_costs_one_more_request",
    ),
    Fault(
        "A desk sends the head of a request and no more.",
        "The server hangs up.",
        "tests/unit/server/test_patience.py::test_a_head_that_does_not_come_ends_the_connection",
    ),
    Fault(
        "A body stalls on its way to the server.",
        "It is refused.",
        "tests/unit/server/test_patience.py::test_a_body_that_stalls_is_refused",
    ),
    Fault(
        "A body drips, byte by byte.",
        "It is refused in the end; other desks are served.",
        "tests/unit/server/test_patience.py::test_a_body_that_drips_is_refused_in_the_end",
    ),
    Fault(
        "A body is larger than may be.",
        "It is refused before it is read.",
        "tests/unit/server/test_http.py::test_a_body_beyond_the_limit_is_refused_before_it_is_read",
    ),
    Fault(
        "A request is altered on its way, or sent again as another.",
        "Its signature does not hold.",
        "tests/unit/server/test_http.py::test_a_request_cannot_be_taken_for_another",
    ),
)
