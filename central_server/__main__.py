"""The command `central-server`."""

from __future__ import annotations

import sys

from central_server.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
