"""Every regular expression of the package against text made to slow it down; prints those that are worse than linear.

Run as a script by `test_linear.py`, for the expressions have to be seen when they are compiled. For each repetition in
an expression, long texts are made of what it repeats, with and without what stands before it, and an end that does not
fit. A linear expression walks through `LENGTH` characters in a few milliseconds, a quadratic one takes a second.
"""

import ast
import json
import pkgutil
import re
import signal
import sys
import time
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any

LENGTH = 20_000
SECONDS = 0.2
"""Processor time, some fifty times what the slowest linear expression needs here."""
MANY = 50
"""A repetition bounded by less than this is not attacked."""
SEARCHING = {"search", "finditer", "findall", "sub", "subn", "split"}
CATEGORIES = {
    op.CATEGORY_DIGIT: "1", op.CATEGORY_SPACE: " ", op.CATEGORY_WORD: "a",
    op.CATEGORY_NOT_DIGIT: "a", op.CATEGORY_NOT_SPACE: "a", op.CATEGORY_NOT_WORD: "-",
}  # fmt: skip
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)

Tree = Any
seen: dict[tuple[str | bytes, int], tuple[str, int, str]] = {}
compile_really = re._compile  # type: ignore[attr-defined]


def record(pattern: Any, flags: int) -> re.Pattern[Any]:
    made: re.Pattern[Any] = compile_really(pattern, flags)
    caller, door = sys._getframe(2), sys._getframe(1).f_code.co_name
    file = Path(caller.f_code.co_filename)
    if "runut" in file.parts and "site-packages" not in file.parts and isinstance(pattern, str | bytes):
        seen.setdefault((pattern, made.flags), (file.name, caller.f_lineno, door))
    return made


def compile_all() -> None:
    """Import every module and send the bundled pages through, so that tables become expressions too."""
    import runut

    for module in pkgutil.walk_packages(runut.__path__, "runut."):
        import_module(module.name)
    from runut.pipeline.tasks import read_task, recognise_task
    from runut.records.article import Article
    from runut.settings import Settings
    from runut.sources import open_sources

    for got in open_sources(["examples/pages"], Settings()):
        article = read_task(got) if isinstance(got, tuple) else None
        if isinstance(article, Article):
            recognise_task((article, article.published))


def how_used(source: Path) -> tuple[dict[tuple[str, int], str], dict[str, set[str]]]:
    """(file name, line) of each compiled expression to its name, and each name to the methods called on it."""
    names: dict[tuple[str, int], str] = {}
    methods: dict[str, set[str]] = defaultdict(set)
    for file in source.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                holder = node.func.value
                name = getattr(holder, "id", None) or getattr(holder, "attr", "")
                methods[name].add(node.func.attr)
            target = node.arg if isinstance(node, ast.keyword) else None
            if isinstance(node, ast.Assign):
                target = getattr(node.targets[0], "id", None)
            if target and isinstance(node, ast.Assign | ast.keyword) and _compiles(node.value):
                names |= {(file.name, line): target for line in range(node.lineno, (node.end_lineno or 0) + 1)}
    return names, methods


def _compiles(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile"


def letters_of(items: list[tuple[Any, Any]]) -> list[str]:
    """Characters that a set takes."""
    if items[0][0] is op.NEGATE:
        barred = compile_really("[" + "".join(_written(item) for item in items[1:]) + "]", 0)
        return [char for char in 'xA 1-"<\né' if not barred.match(char)][:3] or ["x"]
    found = [
        CATEGORIES.get(av, "a") if kind is op.CATEGORY else chr(av if kind is op.LITERAL else av[0])
        for kind, av in items
    ]
    return found[:4]


def _written(item: tuple[Any, Any]) -> str:
    kind, value = item
    if kind is op.LITERAL:
        return re.escape(chr(value))
    if kind is op.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_WORD: r"\w"}.get(value, r"\W")


def sample(tree: Tree) -> str:
    """A short text that the expression takes, as far as can be told without trying."""
    text = ""
    for kind, value in tree:
        if kind is op.LITERAL:
            text += chr(value)
        elif kind in (op.NOT_LITERAL, op.ANY):
            text += "x" if value != ord("x") else "y"
        elif kind is op.IN:
            text += letters_of(value)[0]
        elif kind in REPEATS:
            text += sample(value[2]) * value[0]
        elif kind is op.SUBPATTERN:
            text += sample(value[3])
        elif kind is op.BRANCH:
            text += sample(value[1][0])
    return text


def attacks(tree: Tree, before: str = "") -> set[tuple[str, str]]:
    """(what stands before a repetition, what it repeats) for all repetitions in an expression."""
    found: set[tuple[str, str]] = set()
    for kind, value in tree:
        if kind in REPEATS:
            if value[1] >= MANY:
                body = value[2]
                pieces = letters_of(body[0][1]) if len(body) == 1 and body[0][0] is op.IN else []
                found |= {(before, piece) for piece in [*pieces, sample(body) or "x"]}
            found |= attacks(value[2], before)
        elif kind is op.SUBPATTERN:
            found |= attacks(value[3], before)
        elif kind is op.BRANCH:
            for branch in value[1][:40]:
                found |= attacks(branch, before)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            found |= attacks(value[1], before)
        before += sample([(kind, value)])
    return found


def texts(tree: Tree) -> set[str]:
    found: set[str] = set()
    for before, piece in sorted(attacks(tree))[:40]:
        found.add(piece * (LENGTH // len(piece)) + "\x01")
        found.add(before + piece * (LENGTH // len(piece)) + "\x01")
        found.add((before + piece) * (LENGTH // len(before + piece)) + "\x01")
        if before:
            found.add(before * (LENGTH // len(before)))
    return found


class TooLong(Exception):
    pass


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TooLong


def is_slow(pattern: re.Pattern[Any], text: str | bytes, *, searching: bool) -> bool:
    signal.setitimer(signal.ITIMER_VIRTUAL, 2 * SECONDS)
    started = time.process_time()
    try:
        if searching:
            for _ in pattern.finditer(text):
                pass
        else:
            pattern.match(text)
            pattern.fullmatch(text)
    except TooLong:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - started > SECONDS


def find_slow() -> list[str]:
    names, methods = how_used(Path("src/runut"))
    found: list[str] = []
    for (written, flags), (file, line, door) in seen.items():
        called = methods[names[file, line]] if (file, line) in names else {door}
        searching = not called or bool(called & SEARCHING) or "compile" in called
        pattern = compile_really(written, flags)
        for text in texts(parser.parse(written, flags)):
            if is_slow(pattern, text if isinstance(written, str) else text.encode(), searching=searching):
                found.append(f"{file}, line {line}: {written!r} on {text[:20]!r}…")
                break
    return found


if __name__ == "__main__":
    re._compile = record  # type: ignore[attr-defined]
    compile_all()
    signal.signal(signal.SIGVTALRM, _ring)
    print(json.dumps({"seen": len(seen), "slow": find_slow()}))
