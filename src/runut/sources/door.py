"""The one door to the network: every address is vetted, every answer bounded, every host asked politely.

Nothing else in runut opens a connection. A name is looked up once for each hop, all its addresses are checked, and the
connection goes to the very address that was checked, so a name that changes its mind (DNS rebinding) gains nothing.
"""

import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urljoin

import msgspec

from runut import __version__
from runut.ports import Memo
from runut.records.ids import hash_bytes
from runut.settings import Settings
from runut.sources.decoding import CannotDecode, decode_payload
from runut.sources.files import MEGABYTE
from runut.sources.robots import Robots, read_robots
from runut.sources.vetting import Refused, Target, look_up, parse_address, vetted_address
from runut.sources.wire import ask

MAX_REDIRECTS = 5
TOTAL_SECONDS = 30
"""For one answer, from connecting to its last byte, however slowly the other side drips."""
PACE_SECONDS = 1.0
"""Between two requests to one host, unless its robots.txt asks for more."""
PATIENCE_SECONDS = 30.0
"""The longest wait that a host may ask for (Retry-After, Crawl-delay); beyond it the page is given up."""
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave: the last address after redirects, media type, charset, decoded body, UTC time."""

    url: str
    media: str
    charset: str | None
    body: bytes
    fetched_at: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is remembered of an answer, to ask next time whether it changed. Never used without asking."""

    etag: str
    modified: str
    url: str
    media: str
    charset: str | None
    body_hash: str


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(slots=True)
class Door:
    """Fetches addresses, one at a time. The clock, the sleeper and the look-up of names can be put in by tests."""

    settings: Settings
    memo: Memo | None = None
    look_up: Callable[[str, int], list[str]] = look_up
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], str] = _now
    _robots: dict[str, Robots] = field(default_factory=dict)
    _next_turn: dict[str, float] = field(default_factory=dict)

    @property
    def agent(self) -> str:
        """The User-Agent: what we are, and whom to write to if the user gave an address."""
        contact = f"; {self.settings.fetch_contact}" if self.settings.fetch_contact else ""
        return f"runut/{__version__} (news reader, fetches single pages for a person{contact})"

    def get(self, address: str) -> Answer:
        """What stands at an address, after redirects.

        Raises:
            Refused: it may not or could not be fetched; says why.
        """
        limit = self.settings.max_page_megabytes * MEGABYTE
        target = parse_address(address)
        for _ in range(MAX_REDIRECTS + 1):
            self._ask_robots(target)
            known = self._known(target.url)
            status, headers, raw = self._polite(target, limit, _conditions(known))
            if status == 304 and known:
                return self._again(known)
            if status in REDIRECTS and headers.get("location"):
                target = redirected(target, headers["location"])
                continue
            if status != 200:
                raise Refused("status", f"the server answered with status {status}")
            return self._accept(target, headers, raw)
        raise Refused("redirects", f"more than {MAX_REDIRECTS} redirects")

    def _accept(self, target: Target, headers: dict[str, str], raw: bytes) -> Answer:
        limit = self.settings.max_page_megabytes * MEGABYTE
        try:
            body = decode_payload(raw, limit, headers.get("content-encoding", ""))
        except CannotDecode as error:
            raise Refused("payload", f"the answer cannot be decoded: {error}") from error
        if max(len(raw), len(body)) > limit:
            raise Refused("too-large", f"larger than {self.settings.max_page_megabytes} MB (max_page_megabytes)")
        media, _, rest = headers.get("content-type", "").partition(";")
        charset = rest.lower().partition("charset=")[2].strip(" \"';") or None
        answer = Answer(target.url, media.strip().lower(), charset, body, self.now())
        etag, modified = headers.get("etag", ""), headers.get("last-modified", "")
        if self.memo and (etag or modified):
            kept = _Kept(etag, modified, answer.url, answer.media, charset, hash_bytes(body))
            self.memo.put(f"fetched {target.url}", msgspec.json.encode(kept))
            self.memo.put(f"fetched body {kept.body_hash}", body)
        return answer

    def _known(self, url: str) -> _Kept | None:
        raw = self.memo.get(f"fetched {url}") if self.memo else None
        return msgspec.json.decode(raw, type=_Kept) if raw else None

    def _again(self, known: _Kept) -> Answer:
        body = self.memo.get(f"fetched body {known.body_hash}") if self.memo else None
        if body is None:
            raise Refused("unchanged", "the server says the page has not changed, but it is no longer kept here")
        return Answer(known.url, known.media, known.charset, body, self.now())

    def _polite(self, target: Target, limit: int, conditions: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        """Ask in the host's turn; once again after the wait that a busy host asks for."""
        status, headers, raw = self._in_turn(target, limit, conditions)
        if status not in (429, 503):
            return status, headers, raw
        wait = headers.get("retry-after", "")
        if not wait.isdecimal() or float(wait) > PATIENCE_SECONDS:
            raise Refused("busy", f"the host asks to come back later (status {status}, Retry-After {wait or 'none'})")
        self._next_turn[target.host] = self.clock() + float(wait)
        return self._in_turn(target, limit, conditions)

    def _in_turn(self, target: Target, limit: int, conditions: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        wait = self._next_turn.get(target.host, 0.0) - self.clock()
        if wait > 0:
            self.sleep(wait)
        robots = self._robots.get(target.origin)
        pace = max(PACE_SECONDS, robots.delay(self.agent) if robots else 0.0)
        self._next_turn[target.host] = self.clock() + min(pace, PATIENCE_SECONDS)
        return self._request(target, limit, conditions)

    def _request(self, target: Target, limit: int, conditions: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        address = vetted_address(target, self.look_up, loopback=self.settings.fetch_loopback)
        headers = {
            "User-Agent": self.agent,
            "Accept": "text/html, application/xhtml+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
            "Accept-Encoding": "gzip, br, zstd",
            "Connection": "close",
            **conditions,
        }
        try:
            return ask(target, address, headers, limit, self.clock, self.clock() + TOTAL_SECONDS)
        except TimeoutError as error:
            raise Refused("too-slow", f"no whole answer within {TOTAL_SECONDS} seconds") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise Refused("no-answer", f"no answer: {error or type(error).__name__}") from error

    def _ask_robots(self, target: Target) -> None:
        if target.origin not in self._robots:
            self._robots[target.origin] = read_robots(target, self._plain)
        if not self._robots[target.origin].allow(target.url, self.agent):
            raise Refused("robots", f"{target.origin}/robots.txt asks not to fetch this page")

    def _plain(self, target: Target, limit: int) -> tuple[int, dict[str, str], bytes]:
        status, headers, raw = self._request(target, limit, {})
        try:
            return status, headers, decode_payload(raw, limit, headers.get("content-encoding", ""))
        except CannotDecode as error:
            raise Refused("payload", f"robots.txt cannot be decoded: {error}") from error


def redirected(target: Target, location: str) -> Target:
    """Where a redirect leads.

    Raises:
        Refused: to something that is no page of the open web, or from https back to http.
    """
    to = parse_address(urljoin(target.url, location))
    if target.tls and not to.tls:
        raise Refused("downgrade", f"redirected from https to {to.url}")
    return to


def _conditions(known: _Kept | None) -> dict[str, str]:
    """Headers that ask for the page only if it changed. Source: RFC 9110, section 13."""
    if known is None:
        return {}
    return ({"If-None-Match": known.etag} if known.etag else {}) | (
        {"If-Modified-Since": known.modified} if known.modified else {}
    )
