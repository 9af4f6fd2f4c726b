"""WARC archives made for the tests."""

import gzip
import io

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

LINES = "Warga desa memanen padi lebih awal karena hujan turun sejak pekan lalu. "


def page(number: int) -> bytes:
    return f"<html><body><h1>Berita {number}</h1><p>{LINES * 8}{number}</p></body></html>".encode()


def archive(number: int, *, packed: bool = True) -> bytes:
    """A WARC of `number` HTML answers, each with its request."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    for at in range(number):
        writer.write_record(response(writer, f"https://contoh.example/{at}", page(at)))
    return out.getvalue()


def response(writer: WARCWriter, url: str, body: bytes, media: str = "text/html; charset=utf-8", **headers: str):
    head = StatusAndHeaders(
        headers.pop("status", "200 OK"),
        [("Content-Type", media), *((key.replace("_", "-"), value) for key, value in headers.items())],
        protocol="HTTP/1.1",
    )
    return writer.create_warc_record(
        url,
        "response",
        payload=io.BytesIO(body),
        http_headers=head,
        warc_headers_dict={"WARC-Date": "2025-05-05T03:00:00Z"},
    )


def one(body: bytes, media: str = "text/html", *, packed: bool = True, **headers: str) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(response(writer, "https://contoh.example/a", body, media, **headers))
    return out.getvalue()


def bomb(megabytes: int) -> bytes:
    """A gzip member with one record of so many megabytes, itself about a thousandth of that."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    size = len(head) + megabytes * 1_000_000
    record = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://contoh.example/b\r\n"
        b"WARC-Date: 2025-05-05T03:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        b"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % size
    )
    return gzip.compress(record + head + b"a" * (megabytes * 1_000_000) + b"\r\n\r\n")
