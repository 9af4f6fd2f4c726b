"""Which addresses may be asked: http and https on the open web, never this machine or its neighbours."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

PORTS = frozenset({80, 443, 8080, 8443})
"""Ports on which news sites answer; others are services that a page should not make us talk to."""
MAX_ADDRESS = 4096
_NAT64 = IPv6Network("64:ff9b::/96")


class Refused(Exception):
    """An address that may not or could not be fetched. Never leaves `sources/`: it becomes a Problem."""

    def __init__(self, code: str, says: str) -> None:
        super().__init__(says)
        self.code, self.says = code, says


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart: `host` without brackets in small letters, `path` with its query, both in ASCII."""

    url: str
    tls: bool
    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """Scheme, host and port, as robots.txt is kept by."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == (443 if self.tls else 80)
        return f"{'https' if self.tls else 'http'}://{host}{'' if usual else f':{self.port}'}"


def parse_address(address: str) -> Target:
    """The address taken apart and written in ASCII, without its fragment.

    Raises:
        Refused: another scheme, a name or password in it, no host, or no address at all.
    """
    try:
        parts = urlsplit(address.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError as error:
        raise Refused("bad-address", f"this is no address: {error}") from error
    if parts.scheme.lower() not in ("http", "https"):
        raise Refused("scheme", f"only http and https are fetched, not {parts.scheme or 'this'}")
    if parts.username is not None or parts.password is not None:
        raise Refused("credentials", "an address with a name or password in it is not fetched")
    if not host or len(address) > MAX_ADDRESS:
        raise Refused("bad-address", "this is no address: it has no host or is too long")
    tls = parts.scheme.lower() == "https"
    path = quote(parts.path or "/", safe="/:@!$&'()*+,;=-._~%")
    query = quote(parts.query, safe="/?:@!$&'()*+,;=-._~%[]")
    bare = Target("", tls, host.lower(), port or (443 if tls else 80), path + (f"?{query}" if query else ""))
    return Target(bare.origin + bare.path, tls, bare.host, bare.port, bare.path)


def look_up(host: str, port: int) -> list[str]:
    """The addresses that the system knows for a name, in its order of preference."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def vetted_address(target: Target, look: Callable[[str, int], list[str]], *, loopback: bool = False) -> str:
    """The numeric address to connect to; every address of the name must be public.

    `loopback` is the tests' own permission: this machine, on any port.

    Raises:
        Refused: the name is unknown, or one of its addresses is private, local or reserved, or the port is unusual.
    """
    try:
        found = look(target.host, target.port)
    except (OSError, UnicodeError) as error:
        raise Refused("unknown-host", f"the name {target.host} cannot be looked up: {error}") from error
    if not found:
        raise Refused("unknown-host", f"the name {target.host} has no address")
    numbers = [ip_address(text.partition("%")[0]) for text in found]
    if loopback and all(number.is_loopback for number in numbers):
        return found[0]
    closed = [str(number) for number in numbers if not is_public(number)]
    if closed:
        raise Refused("private-address", f"{target.host} leads to {closed[0]}, which is not on the open web")
    if target.port not in PORTS:
        raise Refused("port", f"port {target.port} is not asked; only {', '.join(map(str, sorted(PORTS)))}")
    return found[0]


def is_public(number: IPv4Address | IPv6Address) -> bool:
    """Whether an address is on the open web, also where an IPv6 address wraps an IPv4 one.

    Source: IANA special-purpose address registries; RFC 4291, 6052, 3056.
    """
    if isinstance(number, IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour
        if inner is None and number in _NAT64:
            inner = IPv4Address(int(number) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if number.teredo is not None or number.is_site_local:
            return False
    return number.is_global and not number.is_multicast and not number.is_reserved
