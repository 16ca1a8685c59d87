"""The command pseudonyms: who is which number, for a reason that stays in the log."""

from __future__ import annotations

import argparse

from central_server.cli.arguments.options import Options
from central_server.cli.bad_argument import BadArgument
from central_server.cli.session import Session, open_home
from central_server.files import write_new
from central_server.pseudonyms import open_key


class Pseudonyms:
    """Writes the key of the pseudonyms."""

    name = "pseudonyms"

    def takes(self, options: Options) -> None:
        """Why, and where it goes."""
        options.reason()
        options.file("--to", "key-file", needed=True)

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Write it, mode 600; logged first, so that no key is without a leaf."""
        target = arguments.to
        if target.exists():
            raise BadArgument(
                f"{target} exists, and is never overwritten: choose another --to; nothing was "
                "written or logged.",
                f"{target} 已存在，绝不覆盖：请另选 --to；未写出也未记录任何内容。",
            )
        if not target.absolute().parent.is_dir():
            raise BadArgument(
                f"{target.parent} is not a folder: make it, or choose another --to; nothing was "
                "written or logged.",
                f"{target.parent} 不是文件夹：请先创建，或另选 --to；未写出也未记录任何内容。",
            )
        with open_home(session) as server, server.log.appending(server.store) as group:
            key = open_key(group, reason=arguments.reason, now=server.now())
        write_new(target, key)
        session.tell("key-opened", path=target)
        return 0
