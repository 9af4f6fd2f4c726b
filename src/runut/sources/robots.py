"""What a site's robots.txt lets us fetch. Source: RFC 9309; the rules themselves are read by Protego."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from protego import Protego

from runut.sources.vetting import Refused, Target, parse_address

MAX_BYTES = 500 * 1024
"""RFC 9309, section 2.5: at least this much is read; the rest is left."""
HOPS = 5

Get = Callable[[Target, int], tuple[int, dict[str, str], bytes]]


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site: all allowed, none allowed, or what its file says."""

    open: bool
    rules: Protego | None = None

    def allow(self, url: str, agent: str) -> bool:
        """Whether this address may be fetched."""
        return bool(self.rules.can_fetch(url, agent)) if self.rules else self.open

    def delay(self, agent: str) -> float:
        """Seconds that the site asks to leave between requests; 0 where it does not say."""
        return float(self.rules.crawl_delay(agent) or 0.0) if self.rules else 0.0


def read_robots(target: Target, get: Get) -> Robots:
    """The rules for the site of `target`: no file allows all, a server in trouble forbids all (RFC 9309, 2.3.1)."""
    at = parse_address(target.origin + "/robots.txt")
    try:
        for _ in range(HOPS + 1):
            status, headers, body = get(at, MAX_BYTES)
            if status not in (301, 302, 303, 307, 308):
                break
            at = parse_address(urljoin(at.url, headers.get("location", "")))
        else:
            return Robots(open=True)
    except Refused as refused:
        if refused.code in ("private-address", "port", "unknown-host"):
            raise
        return Robots(open=False)
    if status == 200:
        return Robots(open=True, rules=Protego.parse(body[:MAX_BYTES].decode("utf-8", "replace")))
    return Robots(open=400 <= status < 500 and status != 429)
