"""What fails in the clean process of a proof, or on the way there, ends in a sentence that says why."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch

from engine.control import RunControl
from engine.errors import ExportError, StorageError
from engine.export import proof
from engine.export.proof import ProofImages, made_up_images
from engine.trained.scoring import Scorer, load_scorer
from tests.engine.conftest import TinyData


@pytest.fixture(scope="module")
def teacher(tiny_data: TinyData) -> Scorer:
    return load_scorer(tiny_data.teacher, filter_name="NPR", device=torch.device("cpu"))


@contextmanager
def files_limited() -> Iterator[None]:
    """No file can be written, neither by this process nor by those that it starts."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="files cannot be limited there")
def test_no_room_for_pictures_or_for_answers(teacher: Scorer, tmp_path: Path) -> None:
    with ProofImages(teacher) as images:
        images.add(made_up_images(2, 64, 64))
        with files_limited(), pytest.raises(ExportError) as answers:
            images.ask("pth", tmp_path / "absent.pth", RunControl())
        with files_limited(), pytest.raises(StorageError, match="could not be written"):
            images.add(made_up_images(2, 64, 64))
    assert "it ended with code 1 (OSError: [Errno 27] File too large)" in answers.value.message


@pytest.mark.parametrize("writes", ["write_bytes(b'PK')", "touch()", "mkdir()", "name"])
def test_answers_that_cannot_be_read(
    writes: str, teacher: Scorer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = f"import sys, pathlib; pathlib.Path(sys.argv[4], 'result.npz').{writes}"
    monkeypatch.setattr(proof, "_this_program", lambda: [sys.executable, "-c", program])
    with ProofImages(teacher) as images, pytest.raises(ExportError, match="its answers cannot be read"):
        images.ask("pth", tmp_path / "absent.pth", RunControl())
