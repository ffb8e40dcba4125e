"""Settings files of earlier versions load, and mean what they meant."""

from pathlib import Path

import pytest

from engine.errors import SettingsError
from engine.settings import DegradationSettings
from engine.settings.names import RENAMED, with_new_names
from engine.settings.toml_file import dump_settings, load_settings, parse_settings
from tests.engine.helpers.setting_values import FIELDS


def test_old_names_are_gone_and_new_ones_are_there() -> None:
    assert not RENAMED.keys() & FIELDS.keys()
    assert set(RENAMED.values()) <= FIELDS.keys()


def test_an_old_file_keeps_its_augmentation_and_its_teacher(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        "schema_version = 1\n[data]\nsize = 128\njpeg_probability = 0.5\njpeg_quality_min = 70\n"
        "jpeg_quality_max = 90\nblur_probability = 0.25\nblur_sigma_max = 1.5\n",
        "utf-8",
    )
    found = load_settings(file)
    assert found.data.size == 128
    assert found.degradations == DegradationSettings(
        strength="own",
        teacher="seen",
        jpeg_probability=0.5,
        quality_min=70,
        quality_max=90,
        blur_probability=0.25,
        blur_sigma_max=1.5,
    )
    assert found.degradations.in_force is found.degradations
    assert parse_settings(dump_settings(found)) == found
    assert "jpeg_quality" not in dump_settings(found)


def test_an_old_override_counts_and_a_new_one_goes_before_it() -> None:
    assert load_settings(None, ["data.jpeg_probability=0.5"]).degradations.degraded_share == 0.5
    both = ["data.jpeg_probability=0.5", "degradations.jpeg_probability=0.25", "degradations.teacher=clean"]
    found = load_settings(None, both).degradations
    assert (found.degraded_share, found.teacher) == (0.25, "clean")


def test_what_is_no_group_of_settings_is_refused_as_ever() -> None:
    with pytest.raises(SettingsError, match="group of settings"):
        parse_settings("degradations = 3\n[data]\njpeg_probability = 0.5")
    assert with_new_names({"data": 5, "seed": 1}) == {"data": 5, "seed": 1}
