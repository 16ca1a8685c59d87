"""The command serve."""

from __future__ import annotations

import argparse
import sys

from central_server.cli.arguments.options import Options
from central_server.cli.arguments.readers import whole
from central_server.cli.commands.limiting import limits, take_limits
from central_server.cli.session import Session
from central_server.cli.words import say


class Serve:
    """Answers the desks."""

    name = "serve"

    def takes(self, options: Options) -> None:
        """Where to listen, how TLS is spoken, and how much one may ask."""
        options.option("--host", metavar="HOST", usual="127.0.0.1")
        options.option("--port", metavar="N", read=whole(0, 65_535), usual=0)
        options.file("--port-file")
        options.file("--certfile")
        options.file("--keyfile")
        options.flag("--behind-proxy")
        take_limits(options)

    def run(self, session: Session, arguments: argparse.Namespace) -> int:
        """Serve until told to stop."""
        # FastAPI and uvicorn take most of a second to import, and no other command needs them
        from central_server.server import open_server
        from central_server.serving import Address, serve

        address = Address(
            host=arguments.host,
            port=arguments.port,
            certfile=arguments.certfile,
            keyfile=arguments.keyfile,
            behind_proxy=arguments.behind_proxy,
        )
        if arguments.keyfile is not None and address.key_is_open():
            print(say(session.language, "key-open", path=arguments.keyfile), file=sys.stderr)
        with open_server(session.path, clock=session.clock, limits=limits(arguments)) as server:
            serve(server, address, announce=_announce, port_file=arguments.port_file)
        return 0


def _announce(line: str) -> None:
    print(line, flush=True)
