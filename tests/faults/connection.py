"""Connections: the way to the server, and what stands in it."""

from tests.faults import Fault

_BREAKS = "tests/unit/sync/test_lines_that_break.py::"
_PROXIES = "tests/unit/sync/test_proxies.py::"
_PATIENCE = "tests/unit/sync/test_patience.py::"
_FILES = "tests/unit/sync/test_transfer.py::"
_WAY = "tests/unit/services/test_diagnosis.py::"
_VERIFY = "tests/unit/application/test_verifying.py::"

FAULTS = (
    Fault(
        "The server's name is not found.",
        "The diagnosis says so; the work is kept and the app tries again.",
        f"{_WAY}test_a_name_that_nobody_knows",
    ),
    Fault(
        "The server's port refuses connections.",
        "The diagnosis names host and port.",
        f"{_WAY}test_a_port_that_refuses",
    ),
    Fault(
        "The connection is reset or closed before an answer, or nonsense answers.",
        "It is told as broken off; the packets stay and are sent again.",
        f"{_BREAKS}test_a_line_that_breaks_before_an_answer",
    ),
    Fault(
        "The connection is reset within TLS, after the request.",
        "It is told as broken off.",
        f"{_BREAKS}test_a_reset_within_tls",
    ),
    Fault(
        "What answers at the server's port speaks no TLS, or resets the handshake.",
        "No certificate is blamed; nothing was sent.",
        f"{_BREAKS}test_what_speaks_no_tls_is_no_certificate_of_a_stranger",
    ),
    Fault(
        "The server takes the request and stays silent.",
        "It is given up after the stall timeout.",
        f"{_BREAKS}test_a_line_that_is_silent_is_given_up_after_the_stall_timeout",
    ),
    Fault(
        "A download stalls, twice.",
        "It is told, and gone on with by range from the byte where it stopped.",
        f"{_FILES}test_a_stalled_link_is_told_and_gone_on_with",
    ),
    Fault(
        "A link of one kilobyte a second: an answer.",
        "It is waited for: there is no timeout for the whole.",
        f"{_BREAKS}test_a_slow_answer_has_all_the_time_it_needs",
    ),
    Fault(
        "A link of one kilobyte a second: a download.",
        "The file comes whole.",
        f"{_FILES}test_a_kilobyte_a_second_is_enough",
    ),
    Fault(
        "An answer ends early: in its head, its body or a chunk, by a close, a reset or a stall.",
        "It is never taken for a whole one.",
        f"{_BREAKS}test_an_answer_that_ends_early_is_never_taken_for_a_whole_one",
    ),
    Fault(
        "An answer's head never ends.",
        "It is left.",
        f"{_BREAKS}test_a_head_without_end_is_left",
    ),
    Fault(
        "Content-Length is negative, double, huge, or a word.",
        "It is an expected failure, and no connection stays open.",
        f"{_BREAKS}test_a_length_that_is_none_brings_nothing_down",
    ),
    Fault(
        "A file's answer goes on beyond the length that the manifest says.",
        "What is beyond is not kept.",
        f"{_FILES}test_more_bytes_than_the_manifest_says_are_not_kept",
    ),
    Fault(
        "429 or 503 with a Retry-After in seconds, as a date to come or over, zero, negative, "
        "huge, nonsense, in other digits, or without one.",
        "It is honoured, at most for a day, and kept in the database.",
        f"{_PATIENCE}test_every_kind_of_retry_after_is_kept_and_bounded",
    ),
    Fault(
        "An unsigned 429 or 503, as a gateway says it, asks for a day's patience.",
        "It is nobody's word: no request follows at once, and the next try comes within a minute.",
        f"{_PATIENCE}test_an_unsigned_refusal_is_nobodys_word_and_its_retry_after_neither",
    ),
    Fault(
        "Retry-After is a date, and this computer's clock is wrong.",
        "The wait is counted from the answer's own date.",
        f"{_PATIENCE}test_a_date_is_counted_from_the_answers_own_date_not_from_our_clock",
    ),
    Fault(
        "The server fails eleven times in a row, or for a day.",
        "The tries never end; after eight, or a day, the hand-in file is to be offered.",
        f"{_PATIENCE}test_tries_never_end_and_the_file_is_offered_after_eight",
    ),
    Fault(
        "A captive portal answers: a page with 200, a redirect, or 511.",
        "It is told as a sign-in page; nothing is taken from it.",
        f"{_BREAKS}test_a_captive_portal_is_told_as_such",
    ),
    Fault(
        "A captive portal stands in the way when the connection is looked at.",
        "The page says so, and where the redirect leads.",
        f"{_WAY}test_a_captive_portal_is_recognised",
    ),
    Fault(
        "TLS is intercepted by an authority that this computer does not know, which the "
        "environment names for other programs.",
        "It is refused; nothing is sent.",
        f"{_BREAKS}test_an_interceptors_certificate_is_not_trusted",
    ),
    Fault(
        "An unknown authority intercepts TLS while the connection is looked at.",
        "Its name is told; it hears nothing.",
        f"{_WAY}test_an_interceptor_is_named_and_hears_nothing",
    ),
    Fault(
        "TLS is intercepted by an employer's filter that this computer trusts.",
        "It works, what is handed in stays sealed, and the filter is named.",
        f"{_WAY}test_a_certificate_that_only_this_computer_trusts_looks_like_a_filter",
    ),
    Fault(
        "An authority stands in a library's own list and not in the system's.",
        "It is not believed.",
        f"{_BREAKS}test_the_systems_own_authorities_are_trusted_and_no_other_list",
    ),
    Fault(
        "The certificate is another host's, expired, or not valid yet.",
        "Each is told apart, with the date that this computer's clock says.",
        f"{_BREAKS}test_a_certificate_of_another_time_or_name",
    ),
    Fault(
        "This computer's clock is two years ahead or behind: handing in.",
        "Packets are delivered and receipted as ever.",
        f"{_PATIENCE}test_a_desk_whose_clock_is_two_years_off_hands_in_as_ever",
    ),
    Fault(
        "This computer's clock is two years ahead or behind: the diagnosis.",
        "The difference from the server's signed time is told, and stops nothing.",
        f"{_WAY}test_a_clock_two_years_off_is_told_and_stops_nothing",
    ),
    Fault(
        "The clock is behind what was signed for this desk, and the server is out of reach.",
        "The clock is recognised as wrong all the same.",
        f"{_WAY}test_a_clock_behind_what_was_signed_long_ago_is_recognised_without_the_server",
    ),
    Fault(
        "The clock jumps two years between two tries.",
        "What waits is due; nothing is put off for years.",
        f"{_PATIENCE}test_a_clock_that_jumps_between_tries_neither_stops_nor_floods",
    ),
    Fault(
        "The proxy wants a name and a password, or other ones (407).",
        "It is told as such and leads to the proxy's settings; no password is shown.",
        f"{_PROXIES}test_a_proxy_that_wants_another_password_is_told_as_such",
    ),
    Fault(
        "The proxy refuses the tunnel (403, 502, 503).",
        "It is told as the proxy's doing.",
        f"{_PROXIES}test_a_proxy_that_lets_nothing_through",
    ),
    Fault(
        "The system names a proxy that cannot be used: SOCKS, or no address.",
        "It is told as the proxy's doing.",
        f"{_PROXIES}test_a_proxy_that_cannot_be_used_is_told",
    ),
    Fault(
        "The proxy opens TLS with a certificate of its own.",
        "It is refused within the tunnel.",
        f"{_PROXIES}test_a_proxy_that_opens_tls_is_found_out",
    ),
    Fault(
        "Somebody looks for the proxy's password in the profile's files.",
        "It is in the encrypted database and nowhere to be read.",
        f"{_PROXIES}test_the_choice_is_kept_and_its_password_is_nowhere_to_be_read",
    ),
    Fault(
        "Another programme's server, or none of this protocol, answers truly by TLS.",
        "Its signature is missed; nothing it says is used.",
        f"{_WAY}test_another_programmes_server_is_not_ours",
    ),
    Fault(
        "Looking at the connection is stopped within a step.",
        "The step ends at once.",
        f"{_WAY}test_a_diagnosis_is_ended_in_the_middle_of_a_step",
    ),
    Fault(
        "One byte of any file of an evidence folder is flipped.",
        "The command and the script tell; the command names the file.",
        f"{_VERIFY}test_a_flipped_byte_is_told_with_its_file",
    ),
    Fault(
        "A byte is flipped and the list of sums made anew.",
        "The signatures tell, and the file is named.",
        f"{_VERIFY}test_a_forger_who_makes_the_sums_anew_is_told_with_the_file",
    ),
    Fault(
        "Evidence holds another device's packet, or another packet's receipt.",
        "It is not counted as proved.",
        f"{_VERIFY}test_a_receipt_of_another_packet",
    ),
    Fault(
        "Saving the evidence of a whole batch is stopped on the way.",
        "No half folder is left.",
        "tests/unit/services/test_evidence.py::test_a_saving_that_is_cancelled_leaves_nothing",
    ),
)
