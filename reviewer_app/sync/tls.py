"""TLS by the certificates that the operating system trusts, an employer's proxy included."""

from __future__ import annotations

import ssl

import truststore

from reviewer_app.sync.held import Held


def system_context() -> truststore.SSLContext:
    """Verifies names and certificates by the system's own store, and by nothing else."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


class SystemTrust(Held):
    """Connections verified by the system's own store."""

    def init_poolmanager(
        self, connections: int, maxsize: int, block: bool = False, **settings: object
    ) -> None:
        """As its parent's, with our context."""
        settings["ssl_context"] = system_context()
        super().init_poolmanager(connections, maxsize, block, **settings)

    def proxy_manager_for(self, proxy: str, **settings: object) -> object:
        """As its parent's, with our context."""
        settings["ssl_context"] = settings["proxy_ssl_context"] = system_context()
        return super().proxy_manager_for(proxy, **settings)

    def cert_verify(self, conn: object, url: str, verify: object, cert: object) -> None:
        """The context verifies; its parent would let requests' own list of authorities in too."""
