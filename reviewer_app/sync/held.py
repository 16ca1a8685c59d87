"""Requests over connections that `Lines` knows."""

from __future__ import annotations

from base64 import b64encode

from requests.adapters import HTTPAdapter
from requests.utils import get_auth_from_url
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from reviewer_app.sync.lines import Lines
from reviewer_app.sync.whole_head import WholeHead


class Held(HTTPAdapter):
    """A transport whose connections are held by `lines`."""

    def __init__(self, lines: Lines) -> None:
        self._pools = _pools(lines)
        super().__init__()

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **settings: object
    ) -> None:
        """As its parent's, with our connections."""
        super().init_poolmanager(connections, maxsize, block, **settings)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **settings: object) -> object:
        """As its parent's, with our connections."""
        manager = super().proxy_manager_for(proxy, **settings)
        manager.pool_classes_by_scheme = self._pools
        return manager

    def proxy_headers(self, proxy: str) -> dict[str, str]:
        """Name and password as UTF-8; its parent's has no words for what is beyond Latin-1."""
        user, password = get_auth_from_url(proxy)
        if not user:
            return {}
        login = b64encode(f"{user}:{password}".encode()).decode("ascii")
        return {"Proxy-Authorization": f"Basic {login}"}


def _pools(lines: Lines) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        response_class = WholeHead

        def connect(self) -> None:
            super().connect()
            lines.hold(self.sock)

        def close(self) -> None:
            if self.sock is not None:
                lines.let_go(self.sock)
            super().close()

    class Secure(HTTPSConnection):
        response_class = WholeHead

        def connect(self) -> None:
            super().connect()
            lines.hold(self.sock)

        def close(self) -> None:
            if self.sock is not None:
                lines.let_go(self.sock)
            super().close()

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
