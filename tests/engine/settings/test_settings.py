"""The settings schema and its TOML files: presets, round trips of every field, overrides, paths, and refusals."""

from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from engine.models.filters import FILTER_NAMES, NORMALISATION_NAMES
from engine.settings import FilterName, NormalisationName, RunSettings
from engine.settings.changes import changed_settings
from engine.settings.presets import PRESETS, preset_settings
from engine.settings.toml_file import PATH_SETTINGS, dump_settings, load_settings, parse_settings, save_settings
from tests.engine.helpers.setting_values import FIELDS, limit, values_of


def with_value(name: str, value: Any, preset: str = "recommended") -> RunSettings:
    """The preset with one setting changed; skips values that contradict another setting."""
    section, _, key = name.rpartition(".")
    values = {key: value} if not section else {section: {key: value}}
    try:
        return RunSettings.model_validate(merged(preset_settings(preset).model_dump(), values))
    except ValidationError as error:
        assert all(item["type"] == "value_error" for item in error.errors()), error
        return preset_settings(preset)


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    both = {key: merged(base[key], value) for key, value in over.items() if isinstance(value, dict)}
    return base | over | both


@given(data=st.data())
@settings(max_examples=25, deadline=None)
@pytest.mark.parametrize("name", FIELDS)
def test_every_setting_survives_its_file(name: str, data: st.DataObject) -> None:
    preset = data.draw(st.sampled_from(sorted(PRESETS)))
    if name == "preset":
        assert parse_settings(dump_settings(preset_settings(preset))) == preset_settings(preset)
        return
    changed = with_value(name, data.draw(values_of(name)), preset)
    assert parse_settings(dump_settings(changed)) == changed
    assert changed_settings(preset_settings(preset), changed) in ((), (name,))


@given(values=st.fixed_dictionaries({name: values_of(name) for name in FIELDS if name != "preset"}))
@settings(max_examples=15, deadline=None)
def test_all_settings_at_once_survive_their_file(values: dict[str, Any]) -> None:
    changed = preset_settings("recommended")
    for name, value in values.items():
        section, _, key = name.rpartition(".")
        part = {key: value} if not section else {section: {key: value}}
        try:
            changed = RunSettings.model_validate(merged(changed.model_dump(), part))
        except ValidationError:
            continue  # contradicts another setting
    assert parse_settings(dump_settings(changed)) == changed


def test_every_setting_has_a_label_help_and_level_and_every_number_its_limits() -> None:
    for name, field in FIELDS.items():
        if name == "schema_version":
            continue
        extra = field.json_schema_extra
        assert field.title, name
        assert field.description and field.description.endswith("."), name
        assert isinstance(extra, dict) and extra["level"] in ("basic", "advanced"), name
        if field.annotation in (int, float):
            assert limit(field, "ge", "gt") is not None, name


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        RunSettings().loss.temperature = 2.0  # type: ignore[misc]


def test_defaults_are_those_users_know() -> None:
    loss = RunSettings().loss
    assert (loss.alpha_distill, loss.alpha_task, loss.temperature) == (0.3, 0.7, 4.0)
    assert (loss.gradient_clip_norm, loss.gradient_clip_value) == (0.5, 1.0)
    assert loss.use_kl_loss and loss.enable_scale_matching
    conservative = preset_settings("conservative")
    assert (conservative.stage2.head_lr, conservative.stage2.backbone_lr) == (5e-5, 5e-6)
    assert (conservative.stage1.epochs, conservative.stage2.epochs, conservative.stage1.head_lr) == (5, 20, 1e-4)


def test_a_file_needs_only_what_differs(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    text = 'preset = "conservative"\n[data]\ntrain = "photos"\n[teacher]\ncheckpoint = "t.pth"\n'
    file.write_text(text, "utf-8-sig")  # as Windows' editors save it
    found = load_settings(file)
    assert changed_settings(preset_settings("conservative"), found) == ("data.train", "teacher.checkpoint")


def test_a_saved_file_is_short_and_comes_back(tmp_path: Path) -> None:
    changed = with_value("loss.temperature", 2.5, "from_scratch")
    save_settings(changed, tmp_path / "deeper" / "settings.toml")
    text = (tmp_path / "deeper" / "settings.toml").read_text("utf-8")
    assert text.splitlines() == ["schema_version = 1", 'preset = "from_scratch"', "", "[loss]", "temperature = 2.5"]
    assert load_settings(tmp_path / "deeper" / "settings.toml") == changed


def test_relative_paths_are_taken_from_the_files_folder(tmp_path: Path) -> None:
    file = tmp_path / "sub" / "settings.toml"
    file.parent.mkdir()
    elsewhere = tmp_path / "elsewhere"
    file.write_text(
        f"[data]\ntrain = ['photos', '{elsewhere.as_posix()}']\nvalidation = '../val'\n[output]\nfolder = 'runs'\n",
        "utf-8",
    )
    found = load_settings(file)
    assert found.data.train == (file.parent / "photos", elsewhere)
    assert found.data.validation == (file.parent / ".." / "val",)
    assert found.output.folder == file.parent / "runs"


def test_every_path_of_the_settings_may_be_relative() -> None:
    paths = {name for name, field in FIELDS.items() if "Path" in str(field.annotation)}
    assert paths == set(PATH_SETTINGS)


def test_relative_paths_of_overrides_are_taken_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run keeps its settings in its own folder; a path left relative would be lost at the next resume."""
    file = tmp_path / "settings.toml"
    file.write_text("[data]\ntrain = 'photos'\n", "utf-8")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    found = load_settings(file, ["teacher.checkpoint=t.pth", "data.validation=['v', 'w']"])
    assert found.data.train == (tmp_path / "photos",)
    assert found.teacher.checkpoint == tmp_path / "here" / "t.pth"
    assert found.data.validation == (tmp_path / "here" / "v", tmp_path / "here" / "w")
    save_settings(found, tmp_path / "run" / "settings.toml")
    assert load_settings(tmp_path / "run" / "settings.toml") == found


@pytest.mark.parametrize(
    ("override", "name", "value"),
    [
        ("seed=7", "seed", 7),
        (" loss.temperature = 2 ", "loss.temperature", 2.0),
        ("data.flip=False", "data.flip", False),
        ("data.flip=false", "data.flip", False),
        ("stage2.optimiser=sgd", "stage2.optimiser", "sgd"),
        ('stage2.optimiser="sgd"', "stage2.optimiser", "sgd"),
        ("output.name=a = b", "output.name", "a = b"),
        ("output.name=2026-01-31", "output.name", "2026-01-31"),
        ("output.name=12", "output.name", "12"),
        ("data.real_names=['a', 'b']", "data.real_names", ("a", "b")),
        ("data.real_names=a", "data.real_names", ("a",)),
        ("teacher.checkpoint=", "teacher.checkpoint", None),
        ("data.test=", "data.test", ()),
    ],
)
def test_overrides(override: str, name: str, value: object) -> None:
    found: Any = load_settings(None, [override])
    for part in name.split("."):
        found = getattr(found, part)
    assert found == value


def test_overrides_come_after_the_file_and_the_last_one_counts(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("seed = 1\n[stage2]\nepochs = 3\n", "utf-8")
    found = load_settings(file, ["preset=conservative", "seed=2", "seed=3"])
    assert (found.seed, found.stage2.epochs, found.stage2.optimiser) == (3, 3, "sgd")


def test_changed_settings_names_what_differs_in_order() -> None:
    before = preset_settings("recommended")
    after = load_settings(None, ["stage2.epochs=9", "seed=4", "loss.temperature=4.0"])
    assert changed_settings(before, after) == ("seed", "stage2.epochs")
    assert changed_settings(before, before) == ()


def test_the_filters_and_normalisations_of_the_settings_are_those_of_the_networks() -> None:
    assert get_args(FilterName) == FILTER_NAMES
    assert get_args(NormalisationName) == NORMALISATION_NAMES
