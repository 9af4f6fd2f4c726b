"""Where the development data lies that the scripts of this folder train on, and what is said where it is absent.

`TRAINING_DATA` names the folder; without it `../shared/data` beside the repository is read.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("TRAINING_DATA") or ROOT.parent / "shared" / "data")


def need(*files: str) -> None:
    """Ends the script with a list of the files that are absent, before anything is written."""
    absent = [name for name in files if not (DATA / name).is_file()]
    if absent:
        sys.exit(
            f"nothing was trained: {DATA} lacks {', '.join(absent)} (set TRAINING_DATA to the folder with the data)"
        )
