"""What the tests of this room share."""

from pathlib import Path

import pytest

from engine.cli.main import main
from engine.control import RunControl
from engine.report_card.card import report_card
from engine.report_card.measurements import Figures, measured
from tests.engine.helpers.running import carried_out
from tests.engine.helpers.tiny_data import TinyData, settings_for, write_images


@pytest.fixture(scope="package")
def run(tiny_data: TinyData, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With a test set of two sources, one of which has a name that HTML would take for markup."""
    place = tmp_path_factory.mktemp("run")
    for source in ("R&amp;D", "two"):
        write_images(place / "test" / source, {"test": 3})
    settings = settings_for(tiny_data, place, f"data.test='{(place / 'test').as_posix()}'", "output.name=A & B")
    result, _ = carried_out(settings)
    assert result.run is not None
    return result.run


@pytest.fixture(scope="package")
def figures(run: Path) -> Figures:
    assert main(["export", str(run), "--format", "onnx", "--accept-weak"]) == 0
    return measured(run, RunControl(), lambda _event: None)


@pytest.fixture(scope="package")
def card(figures: Figures) -> str:
    return report_card(figures)
