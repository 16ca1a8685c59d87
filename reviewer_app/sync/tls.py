"""TLS by the certificates that the operating system trusts, an employer's proxy included."""

from __future__ import annotations

import ssl

import truststore

from reviewer_app.sync.held import Held


class SystemTrust(Held):
    """Connections verified by the system's own store."""

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **settings: object
    ) -> None:
        """As its parent's, with our context."""
        settings["ssl_context"] = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().init_poolmanager(connections, maxsize, block, **settings)

    def proxy_manager_for(self, proxy: str, **settings: object) -> object:
        """As its parent's, with our context."""
        settings["ssl_context"] = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        return super().proxy_manager_for(proxy, **settings)
