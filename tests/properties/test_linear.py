"""No regular expression is worse than linear."""

import json
import re
import signal
import subprocess
import sys

import pytest

from tests.properties.linear import _ring, is_slow, parser, texts


@pytest.mark.skipif(not hasattr(signal, "SIGVTALRM"), reason="needs a timer of processor time")
def test_every_expression_of_the_package_is_linear() -> None:
    ran = subprocess.run([sys.executable, "-m", "tests.properties.linear"], capture_output=True, check=True)
    found = json.loads(ran.stdout)
    assert found["seen"] > 100
    assert found["slow"] == []


@pytest.mark.skipif(not hasattr(signal, "SIGVTALRM"), reason="needs a timer of processor time")
@pytest.mark.parametrize(
    ("written", "slow"),
    [
        (r"\s*x", True),
        (r"(?<!\s)\s*x", False),
        (r"<!--.*?-->", True),
        (r"(?:\w{1,5}\.?)*!", True),
        (r"[^<>]+>", True),
        (r"<[^<>]*>", False),
        (r"\w+", False),
    ],
)
def test_slow_ones_are_found(written: str, slow: bool) -> None:
    before = signal.signal(signal.SIGVTALRM, _ring)
    try:
        pattern = re.compile(written)
        assert any(is_slow(pattern, text, searching=True) for text in texts(parser.parse(written, 0))) == slow
    finally:
        signal.signal(signal.SIGVTALRM, before)
