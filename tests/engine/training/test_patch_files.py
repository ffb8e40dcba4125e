"""What a run keeps for the patch view: the images once, and their maps at each validation."""

import numpy as np

from engine.events import PatchMapsSaved
from tests.engine.helpers.running import carried_out
from tests.engine.helpers.tiny_data import SIDE, MakeSettings


def test_images_are_kept_once_and_maps_at_each_validation(tiny_settings: MakeSettings) -> None:
    settings = tiny_settings("stage2.epochs=3")
    result, recorder = carried_out(settings)
    assert result.run is not None
    saved = [event for event in recorder.events if isinstance(event, PatchMapsSaved)]
    assert len(saved) >= 3
    kept = sorted((result.run / "patches").iterdir())
    images = [path for path in kept if path.name.startswith("images-")]
    assert len(images) == 1
    assert len(kept) == len({event.path for event in saved}) + 1
    with np.load(images[0]) as shared:
        assert shared["images"].dtype == np.uint8
        assert shared["images"].shape[1:] == (SIDE, SIDE, 3)
        count = len(shared["labels"])
    for event in saved:
        with np.load(result.run / event.path) as maps:
            assert str(maps["shared"]) == images[0].name
            assert "images" not in maps
            assert len(maps["teacher"]) == len(maps["student"]) == count
        assert (result.run / event.path).stat().st_size < images[0].stat().st_size
