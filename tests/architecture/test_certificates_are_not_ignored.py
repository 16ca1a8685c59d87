"""Nothing in the program lets a certificate pass that the system does not trust."""

import re

from tests.architecture.source import modules

# written in pieces, so that this file does not hold what it looks for
IGNORING = re.compile(
    "|".join(
        [
            r"verify\s*=\s*" + "False",
            "CERT_" + "NONE",
            "CERT_" + "OPTIONAL",
            r"check_hostname\s*=\s*" + "False",
            "_create_" + "unverified_context",
            "disable_" + "warnings",
            "Insecure" + "RequestWarning",
            r"\." + r"get_server_certificate\(",
            "PROTOCOL_TLS" + r"\b",
        ]
    )
)
LOOKS_ONLY = "reviewer_app/services/shown_certificate.py"
"""Reads whose certificate it was after it was refused, sends nothing, and hangs up."""

PROGRAM = list(modules("review_protocol", "reviewer_app", "central_server"))


def test_no_certificate_is_ignored_anywhere():
    assert [
        f"{module.path}: {match.group()}"
        for module in PROGRAM
        if not module.path.endswith(LOOKS_ONLY)
        for match in IGNORING.finditer(module.text)
    ] == []


def test_the_one_that_only_looks_never_sends():
    (looking,) = [module for module in PROGRAM if module.path.endswith(LOOKS_ONLY)]
    assert len(IGNORING.findall(looking.text)) == 2
    assert not re.search(r"\.(send|sendall|write|sendfile|makefile)\(", looking.text)
    users = [module.path for module in PROGRAM if "import read_certificate, shown" in module.text]
    assert [path.rpartition("/")[2] for path in users] == ["way.py"]
