"""One request on one connection, to a numeric address, under a deadline that holds for every byte."""

import http.client
import io
import socket
import ssl
from collections.abc import Callable
from typing import Any

from runut.sources.vetting import Refused, Target

CONNECT_SECONDS = 10.0
PIECE = 1 << 16

Clock = Callable[[], float]


def ask(
    target: Target, address: str, headers: dict[str, str], limit: int, clock: Clock, deadline: float
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers (names in small letters) and at most `limit + 1` bytes of the body as sent.

    Raises:
        TimeoutError: the deadline passed. OSError, HTTPException: the other side is not there or talks nonsense.
        Refused: the answer ends before the length it names.
    """
    connection = _Connection(target, address, clock, deadline)
    try:
        connection.request("GET", target.path, headers=headers)
        with connection.getresponse() as response:
            body = bytearray()
            while len(body) <= limit and (piece := response.read(min(PIECE, limit + 1 - len(body)))):
                body += piece
            if len(body) <= limit and response.length:
                raise Refused("cut-off", f"the answer ends {response.length} bytes too early")
            found: dict[str, str] = {}
            for key, value in response.getheaders():
                found.setdefault(key.lower(), value)
            return response.status, found, bytes(body)
    finally:
        connection.hang_up()


class _Connection(http.client.HTTPConnection):
    """Connects to the vetted address and not to whatever the name says now."""

    def __init__(self, target: Target, address: str, clock: Clock, deadline: float) -> None:
        super().__init__(target.host, target.port)
        self._target, self._address, self._clock, self._deadline = target, address, clock, deadline
        self._real: socket.socket | None = None

    def connect(self) -> None:
        left = min(CONNECT_SECONDS, self._deadline - self._clock())
        self._real = socket.create_connection((self._address, self._target.port), timeout=max(left, 0.001))
        if self._target.tls:
            context = ssl.create_default_context()
            self._real = context.wrap_socket(self._real, server_hostname=self._target.host)
        self.sock: Any = _Timed(self._real, self._clock, self._deadline)

    def hang_up(self) -> None:
        self.close()
        if self._real is not None:
            self._real.close()


class _Timed(io.RawIOBase):
    """A socket as http.client uses it; before each byte the time that is left is set as its limit."""

    def __init__(self, real: socket.socket, clock: Clock, deadline: float) -> None:
        self._socket, self._clock, self._deadline = real, clock, deadline

    def _set_limit(self) -> None:
        left = self._deadline - self._clock()
        if left <= 0:
            raise TimeoutError("the deadline has passed")
        self._socket.settimeout(left)

    def sendall(self, data: bytes) -> None:
        self._set_limit()
        self._socket.sendall(data)

    def makefile(self, _mode: str = "rb") -> io.BufferedReader:
        return io.BufferedReader(self)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._set_limit()
        return self._socket.recv_into(buffer)

    def close(self) -> None:
        """Nothing: the answer may still be read; the connection closes its real socket."""
