"""An echo route on a bare FastAPI application, served by uvicorn: what HTTP itself costs."""

import socket
import sys

import uvicorn
from fastapi import FastAPI, Request, Response


def create_app() -> FastAPI:
    """GET and POST /echo answer with the body that came."""
    app = FastAPI()

    async def echo(request: Request) -> Response:
        return Response(await request.body(), media_type="application/octet-stream")

    app.get("/echo")(echo)
    app.post("/echo")(echo)
    return app


def main() -> int:
    """Serve on a free port of this machine, and print its address as the first line."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        sys.stdout.write(f"http://127.0.0.1:{listening.getsockname()[1]}\n")
        sys.stdout.flush()
        config = uvicorn.Config(create_app(), log_config=None, access_log=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[listening])
    return 0


if __name__ == "__main__":
    sys.exit(main())
