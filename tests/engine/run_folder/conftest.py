"""What the tests of this room share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.run_folder.folder import RunFolder
from tests.engine.helpers.run_folders import settings


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[RunFolder]:
    """Open, as a live run has it."""
    opened = RunFolder.create(settings(tmp_path))
    yield opened
    opened.close()
