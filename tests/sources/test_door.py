"""Fetching, against a server on this machine that plays tricks. No clock runs: time is what the test says."""

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from runut.settings import Settings
from runut.sources.door import MAX_REDIRECTS, Door
from runut.sources.vetting import Refused
from runut.store import open_store
from tests.sources.server import Server, answer, redirect, serving

PAGE = b"<html><body><p>Jembatan Sukamaju dibuka hari ini.</p></body></html>"


@dataclass
class Clock:
    now: float = 1000.0
    step: float = 0.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        self.now += self.step
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def door(clock: Clock | None = None, look: Callable[[str, int], list[str]] | None = None, **settings: object) -> Door:
    clock = clock or Clock()
    made = Settings(fetch_loopback=True, max_page_megabytes=1, **settings)  # type: ignore[arg-type]
    return Door(
        made,
        look_up=look or (lambda host, port: ["127.0.0.1"]),
        clock=clock,
        sleep=clock.sleep,
        now=lambda: "2025-05-05T03:00:00+00:00",
    )


def refused(address: str, through: Door) -> str:
    with pytest.raises(Refused) as caught:
        through.get(address)
    return caught.value.code


def test_a_page_comes_with_where_and_when_it_was_got(server: Server) -> None:
    got = door().get(server.says("/a", answer(PAGE)))
    assert got.body == PAGE
    assert (got.url, got.media, got.charset) == (server.url("/a"), "text/html", "utf-8")
    assert got.fetched_at == "2025-05-05T03:00:00+00:00"


def test_we_say_who_we_are(server: Server) -> None:
    door(fetch_contact="redaksi@contoh.example").get(server.says("/a", answer(PAGE)))
    assert b"User-Agent: runut/" in server.heads[-1]
    assert b"redaksi@contoh.example" in server.heads[-1]
    assert b"Cookie" not in server.heads[-1]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://contoh.example/a", "scheme"),
        ("gopher://contoh.example/", "scheme"),
        ("http://siti:rahasia@contoh.example/", "credentials"),
        ("http://", "bad-address"),
        ("http://contoh.example:99999/", "bad-address"),
        ("http://[::1", "bad-address"),
        ("http://" + "a" * 5000, "bad-address"),
    ],
)
def test_what_is_no_address_of_the_open_web(address: str, code: str) -> None:
    assert refused(address, door()) == code


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "240.0.0.1", "192.0.2.1", "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "fec0::1", "fe80::1%eth0",
    ],
)  # fmt: skip
def test_private_local_and_reserved_numbers_are_refused(number: str) -> None:
    made = Door(Settings(), look_up=lambda host, port: [number])
    assert refused("http://contoh.example/", made) == "private-address"


def test_one_private_number_among_public_ones_is_enough() -> None:
    made = Door(Settings(), look_up=lambda host, port: ["93.184.215.14", "10.0.0.1"])
    assert refused("http://contoh.example/", made) == "private-address"


def test_this_machine_is_refused_without_the_tests_own_setting(server: Server) -> None:
    made = Door(Settings(), look_up=lambda host, port: ["127.0.0.1"])
    assert refused(server.says("/a", answer(PAGE)), made) == "private-address"
    assert server.asked == []


def test_unusual_ports_are_refused() -> None:
    made = Door(Settings(), look_up=lambda host, port: ["93.184.215.14"])
    assert refused("http://contoh.example:22/", made) == "port"


def test_redirects_are_followed_and_vetted_one_by_one(server: Server) -> None:
    server.says("/b", redirect("/c"))
    server.says("/c", answer(PAGE))
    assert door().get(server.says("/a", redirect("/b", "301 Moved"))).url == server.url("/c")


@pytest.mark.parametrize(
    ("to", "code"),
    [
        ("http://dalam.example/rahasia", "private-address"),
        ("file:///etc/passwd", "scheme"),
        ("http://a:b@contoh.example/", "credentials"),
    ],
)
def test_a_redirect_to_where_we_may_not_go(server: Server, to: str, code: str) -> None:
    def look(host: str, port: int) -> list[str]:
        return ["10.0.0.7"] if host == "dalam.example" else ["127.0.0.1"]

    assert refused(server.says("/a", redirect(to)), door(look=look)) == code


def test_redirects_have_an_end(server: Server) -> None:
    assert refused(server.says("/a", redirect("/a")), door()) == "redirects"
    assert server.asked.count("/a") == MAX_REDIRECTS + 1


def test_a_name_that_changes_its_mind_gains_nothing(server: Server) -> None:
    """DNS rebinding: the connection goes to the number that was checked; each later look-up is checked anew."""
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["10.0.0.7"]])
    made = door(look=lambda host, port: next(answers))
    url = server.url("/a", "berganti.example")
    server.says("/a", answer(PAGE))
    assert made.get(url).body == PAGE  # two look-ups: robots.txt and the page, one for each connection
    assert refused(url, made) == "private-address"


def test_a_slow_answer_is_given_up_by_the_clock(server: Server) -> None:
    slow = Clock(step=4.0)  # four seconds pass at every look at the clock
    server.says("/robots.txt", answer(b"", "404 Not Found"))
    assert refused(server.says("/a", answer(b"x" * 900_000)), door(slow)) in ("too-slow", "robots")


def test_a_body_that_drips_is_given_up(server: Server) -> None:
    made = door(Clock())
    made.get(server.says("/b", answer(PAGE)))
    made.clock = Clock(step=9.0)
    assert refused(server.says("/a", answer(b"x" * 900_000)), made) == "too-slow"


def test_a_body_over_the_limit_is_left(server: Server) -> None:
    assert refused(server.says("/a", answer(b"x" * 1_100_000)), door()) == "too-large"


def test_a_packed_bomb_is_left(server: Server) -> None:
    bomb = gzip.compress(gzip.compress(b"a" * 30_000_000))
    assert len(bomb) < 1000
    assert refused(server.says("/a", answer(bomb, Content_Encoding="gzip, gzip")), door()) == "too-large"


def test_encodings_upon_encodings_are_refused(server: Server) -> None:
    assert refused(server.says("/a", answer(b"x", Content_Encoding="gzip, gzip, gzip")), door()) == "payload"


def test_packed_pages_are_unpacked(server: Server) -> None:
    assert door().get(server.says("/a", answer(gzip.compress(PAGE), Content_Encoding="gzip"))).body == PAGE


def test_an_answer_cut_off_is_no_page(server: Server) -> None:
    assert refused(server.says("/a", answer(PAGE, Content_Length="5000")), door()) == "cut-off"


@pytest.mark.parametrize("raw", [b"", b"hello\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n"])
def test_nonsense_instead_of_an_answer(server: Server, raw: bytes) -> None:
    made = door()
    made.get(server.says("/b", answer(PAGE)))
    assert refused(server.says("/a", raw), made) == "no-answer"


def test_robots_are_asked_once_and_obeyed(server: Server) -> None:
    rules = b"User-agent: *\nDisallow: /dalam\nAllow: /dalam/umum\nCrawl-delay: 3\n"
    server.says("/robots.txt", answer(rules))
    server.says("/dalam/umum", answer(PAGE))
    server.says("/berita", answer(PAGE))
    clock = Clock()
    made = door(clock)
    assert refused(server.url("/dalam/a"), made) == "robots"
    assert made.get(server.url("/dalam/umum")).body == PAGE
    assert made.get(server.url("/berita")).body == PAGE
    assert server.asked.count("/robots.txt") == 1
    assert clock.slept == [3.0]


def test_a_site_whose_robots_fail_is_left_alone(server: Server) -> None:
    server.says("/robots.txt", answer(b"", "503 Service Unavailable"))
    assert refused(server.says("/a", answer(PAGE)), door()) == "robots"
    assert "/a" not in server.asked


def test_robots_of_the_place_that_a_redirect_leads_to(server: Server) -> None:
    server.says("/robots.txt", answer(b"User-agent: *\nDisallow: /tutup\n"))
    assert refused(server.says("/a", redirect("/tutup")), door()) == "robots"


def test_hosts_are_asked_at_their_pace(server: Server) -> None:
    clock = Clock()
    made = door(clock)
    for path in ("/a", "/b", "/c"):
        made.get(server.says(path, answer(PAGE)))
    assert clock.slept == [1.0, 1.0]


def test_a_busy_host_is_waited_for_once(server: Server) -> None:
    clock = Clock()
    busy = answer(b"", "429 Too Many Requests", Retry_After="7")
    assert door(clock).get(server.says("/a", busy, answer(PAGE))).body == PAGE
    assert clock.slept == [7.0]
    assert refused(server.says("/b", answer(b"", "503 Busy", Retry_After="86400")), door()) == "busy"


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    with open_store("") as store:
        made = door()
        made.memo = store
        unchanged = answer(b"", "304 Not Modified")
        url = server.says("/a", answer(PAGE, ETag='"v1"', Last_Modified="Mon, 05 May 2025 03:00:00 GMT"), unchanged)
        assert made.get(url) == made.get(url)
    assert b'If-None-Match: "v1"' in server.heads[-1]
    assert b"If-Modified-Since: Mon, 05 May 2025 03:00:00 GMT" in server.heads[-1]


def test_other_answers_say_their_status(server: Server) -> None:
    assert refused(server.url("/tidak-ada"), door()) == "status"
