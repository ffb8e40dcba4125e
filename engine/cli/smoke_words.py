"""Words of `--smoke-test`, read before anything is loaded, so that wrong ones are answered at once."""

import argparse
from collections.abc import Sequence
from pathlib import Path

OPTION = "--smoke-test"


def read_smoke_words(words: Sequence[str]) -> argparse.Namespace:
    """``quick`` and ``result``; the first word is the option itself. SystemExit where one is wrong or asks for help."""
    parser = argparse.ArgumentParser(
        prog=f"PatchDistill {OPTION}",
        description="The real window trains, stops, resumes, exports and scores the demo; a file says how it went.",
    )
    parser.add_argument("--quick", action="store_true", help="fewer images and formats")
    parser.add_argument("--result", type=Path, default=Path("smoke-test.json"), help="file to write the result to")
    return parser.parse_args(words[1:])
