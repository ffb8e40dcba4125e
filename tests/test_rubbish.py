"""Rubbish in every kind of file is refused in words; `python -m tests.stress --only rubbish` tries much more of it."""

import logging
import sys
import warnings
from collections.abc import Iterator

import pytest

from tests.stress.formats import formats, run_with_everything
from tests.stress.fuzz import Format, feed
from tests.stress.life import small_data

INPUTS = 30
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a reader that hangs could not be ended there")
NAMES = (
    *("weights", "run checkpoint", "incident", "settings", "CSV", "events.jsonl", "preferences", "patch maps", "cache"),
    *("exports.json", "environment.json", "list of images", "queue", "notes", "demo", "log", "native crash", "picture"),
)


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Format]]:
    place = tmp_path_factory.mktemp("rubbish")
    (place / "files").mkdir()
    data = small_data(place)
    yield formats(place / "files", run_with_everything(place / "runs", data), data.teacher)
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("name", NAMES)
def test_rubbish_is_refused_in_words(name: str, kinds: dict[str, Format]) -> None:
    assert set(kinds) == set(NAMES)
    logging.disable()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "torch.quantize_per_tensor", UserWarning)  # what makes the rubbish, warns
        found = feed(name, kinds[name], range(INPUTS))
    assert found.tried == INPUTS
    assert found.faults == {}
