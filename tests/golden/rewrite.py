"""`python -m tests.golden.rewrite`: how the golden dossiers changed; with `--accept` they are written."""

import difflib
import sys

from tests.golden.pile import GOLDEN, golden_texts


def main() -> int:
    """Prints the difference; 1 when there is one that was not accepted."""
    accept = "--accept" in sys.argv
    changed = False
    for name, text in golden_texts().items():
        file = GOLDEN / name
        before = file.read_text(encoding="utf-8") if file.is_file() else ""
        lines = difflib.unified_diff(
            before.splitlines(), text.splitlines(), f"{name} (kept)", f"{name} (now)", "", "", 2
        )
        for line in lines:
            changed = True
            print(line)
        if accept:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    return 1 if changed and not accept else 0


if __name__ == "__main__":
    sys.exit(main())
