"""A server on this machine that answers as it is told, byte by byte."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

Piece = bytes | Callable[[], bytes]


@dataclass
class Server:
    """`answers` maps a path to the raw answers it gives in turn, the last one again and again."""

    port: int
    answers: dict[str, list[bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    heads: list[bytes] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def says(self, path: str, *answers: bytes) -> str:
        self.answers[path] = list(answers)
        return self.url(path)


def answer(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    headers = {"Content_Type": "text/html; charset=utf-8", "Content_Length": str(len(body)), **headers}
    lines = [f"{key.replace('_', '-')}: {value}" for key, value in headers.items() if value]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, Location=to)


@contextmanager
def serving() -> Iterator[Server]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = Server(listener.getsockname()[1])
    thread = threading.Thread(target=_serve, args=(listener, server), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def _serve(listener: socket.socket, server: Server) -> None:
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with connection, suppress(OSError):
            head = b""
            while b"\r\n\r\n" not in head and (piece := connection.recv(65536)):
                head += piece
            path = head.split(b" ")[1].decode() if b" " in head else ""
            server.asked.append(path)
            server.heads.append(head)
            known = server.answers.get(path, [answer(b"", "404 Not Found")])
            connection.sendall(known.pop(0) if len(known) > 1 else known[0])
