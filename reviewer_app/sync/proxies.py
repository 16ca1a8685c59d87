"""Which proxy leads to the server: the system's, none, or one that the person named."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import quote, unquote, urlsplit

from reviewer_app.models.facts import FactName, keep_fact, text_of
from reviewer_app.models.store import Store


class ProxyMode(StrEnum):
    """Where the proxy's address comes from."""

    SYSTEM = "system"
    """The environment (https_proxy, no_proxy …), and on Windows and macOS the system's settings."""
    NONE = "none"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class ProxyChoice:
    """What the person chose; the password lies in the encrypted database and nowhere else."""

    mode: ProxyMode = ProxyMode.SYSTEM
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = field(default="", repr=False)

    def to_text(self) -> str:
        """As it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_text(cls, text: str) -> ProxyChoice:
        """What `to_text` wrote; anything else is the system's way."""
        try:
            found = json.loads(text)
            mode = ProxyMode(found["mode"])
            port = int(found["port"])
            host, user, password = (str(found[name]) for name in ("host", "user", "password"))
        except (ValueError, KeyError, TypeError):
            return FROM_SYSTEM
        return cls(mode, host, port, user, password)


FROM_SYSTEM = ProxyChoice()


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy's address: `scheme` is http for nearly all; `login` is "user:password" or ""."""

    scheme: str
    host: str
    port: int
    login: str = field(default="", repr=False)

    @property
    def url(self) -> str:
        """With name and password: for the connection alone, never to be shown or written down."""
        user, _, password = self.login.partition(":")
        named = f"{quote(user, safe='')}:{quote(password, safe='')}@" if self.login else ""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{named}{host}:{self.port}"

    @property
    def place(self) -> str:
        """Host and port."""
        return f"{self.host}:{self.port}"


def proxy_for(server: str, choice: ProxyChoice) -> Proxy | None:
    """The proxy on the way to this address, None for the straight way.

    A server on this very computer is never asked for through a proxy. Raises ValueError where
    the system names an address that is none.
    """
    if choice.mode is ProxyMode.NONE or is_here(server):
        return None
    if choice.mode is ProxyMode.ADDRESS:
        login = f"{choice.user}:{choice.password}" if choice.user else ""
        return Proxy("http", choice.host, choice.port, login)
    return _of_system(server)


def kept_proxy(store: Store) -> ProxyChoice:
    """What the person chose on this desk."""
    with store.read() as connection:
        text = text_of(connection, FactName.PROXY)
    return FROM_SYSTEM if text is None else ProxyChoice.from_text(text)


def keep_proxy(store: Store, choice: ProxyChoice) -> None:
    """Keep it, in the encrypted database; raises DiskFull, FolderReadOnly, StorageFault."""
    with store.write() as connection:
        keep_fact(connection, FactName.PROXY, choice.to_text())


def _of_system(server: str) -> Proxy | None:
    # 100 ms to import, and wanted by a request only, which needs it anyhow
    from requests.utils import get_environ_proxies, select_proxy

    found = select_proxy(server, get_environ_proxies(server))
    if not found:
        return None
    address = urlsplit(found if "://" in found else f"http://{found}")
    if not address.hostname:
        raise ValueError("the system's proxy has no address")
    login = ""
    if address.username is not None:
        login = f"{unquote(address.username)}:{unquote(address.password or '')}"
    port = address.port or (443 if address.scheme == "https" else 80)
    return Proxy(address.scheme, address.hostname, port, login)


def is_here(server: str) -> bool:
    """Whether an address is this computer's own."""
    try:
        host = urlsplit(server).hostname or ""
        return host == "localhost" or ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False
