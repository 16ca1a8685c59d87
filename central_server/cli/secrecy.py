"""The command pseudonyms: who is which number, for a reason that stays in the log."""

from __future__ import annotations

import argparse
import errno
import os

from central_server.cli.session import Session, open_home
from central_server.files import write_new
from central_server.pseudonyms import open_key


def pseudonyms(session: Session, arguments: argparse.Namespace) -> int:
    """Write the key of the pseudonyms, mode 600; logged first, so that no key is without a leaf."""
    target = arguments.to
    if target.exists() or not target.parent.is_dir():
        code = errno.EEXIST if target.exists() else errno.ENOENT
        raise OSError(code, os.strerror(code), str(target))
    with open_home(session) as server, server.log.appending(server.store) as group:
        key = open_key(group, reason=arguments.reason, now=server.now())
    write_new(target, key)
    session.tell("key-opened", path=target)
    return 0
