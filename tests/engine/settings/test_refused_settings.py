"""What a settings file or an override gets wrong is told in a sentence that names the setting."""

import re
from pathlib import Path

import pytest

from engine.errors import SettingsError
from engine.settings.presets import preset_settings
from engine.settings.toml_file import load_settings, parse_settings

REFUSALS = {
    "seed = ": "not valid TOML",
    "sead = 1": "no such setting",
    "[stage2]\nepoch = 1": "no such setting",
    "[stage2]\nepochs = 0": "greater than or equal to 1",
    "[stage2]\nepochs = 'many'": "valid integer",
    "[stage2]\noptimiser = 'solver'": "'sgd' or 'adamw'",
    "[loss]\ntemperature = nan": "finite number",
    "preset = 'quick'": "'recommended', 'from_scratch' or 'conservative'",
    "preset = 3": "'recommended', 'from_scratch' or 'conservative'",
    "schema_version = 2": "newer version",
    "data = 5": "group of settings",
    "[data]\ntrain = 5": "should be a list",
    "[data]\ntrain = [1, 2]": "path",
    "[data]\ntrain = {a = 1}": "should be a list",
    "[teacher]\ncheckpoint = true": "path",
    "[output]\nname = ['a']": "valid string",
    "[data]\njpeg_quality_min = 90\njpeg_quality_max = 50": "is above",
    "[data]\nreal_names = ['A']\nfake_names = ['a', 'b']": "both classes: a",
    "[data.classes]\n'Echte Fotos' = 'echt'": "'real', 'fake' or 'left out'",
    "[data.classes]\nKI.v2 = 'fake'": "'real', 'fake' or 'left out'",
    "[data.classes]\n'a' = 'real'\n'a/' = 'fake'": "folder a/ is called real and fake",
    "[data.classes]\n'' = 'real'": "names no folder",
    "[data]\nclasses = 'real'": "should be a list",
    "[teacher]\ninput_filter = 'npr'": "'NPR'",
    "x = " + "1" * 5000: "not valid TOML",
    "seed = 0x" + "f" * 5000: "given: what is too large",
    "seed." + "a." * 3000 + "a = 1": "given: what is too large",
    f"[data]\nview = '{'x' * 10**5}'": "given: 'xxx",
    '[data]\ntrain = ["a\\u0000b"]': "zero byte",
    '[output]\nfolder = "a\\u0000b"': "zero byte",
}


@pytest.mark.parametrize("path", [r"C:\data", r"C:\Users\me"])
def test_a_windows_path_in_double_quotes_is_told_how_to_write_it(path: str, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'[data]\ntrain = ["{path}"]', "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    assert "in single quotes" in caught.value.remedy
    file.write_text(f"[data]\ntrain = ['{path}']", "utf-8")
    load_settings(file)


@pytest.mark.parametrize("text", REFUSALS)
def test_every_refusal_is_a_sentence_that_names_the_setting(text: str, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=REFUSALS[text]) as caught:
        load_settings(file)
    for problem in caught.value.problems:
        assert len(problem.message) < 400
        assert problem.message[0].isupper()
        assert problem.message.endswith(".")
        assert "not valid TOML" in problem.message or re.fullmatch(r"[a-z0-9_.]+", problem.setting)
        assert "class" not in problem.message.replace("both classes", "")


def test_every_problem_of_a_file_is_listed(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("seed = -1\nnonsense = 1\n[loss]\ntemperature = 99\n[stage1]\nepochs = 0\n", "utf-8")
    with pytest.raises(SettingsError, match="3 more") as caught:
        load_settings(file)
    named = {problem.setting for problem in caught.value.problems}
    assert named == {"seed", "nonsense", "loss.temperature", "stage1.epochs"}


@pytest.mark.parametrize(
    ("override", "message"),
    [
        ("seed", "section.key=value"),
        ("stage2.epochs.x=1", "not a group of settings"),
        ("=1", "no such setting"),
        ("seed=" + "1" * 5000, "exceeded maximum size"),
        ("seed=0x" + "f" * 5000, "given: what is too large"),
        ("seed=" + "[" * 5000, "valid integer"),
    ],
)
def test_refusals_of_overrides_are_sentences(override: str, message: str) -> None:
    with pytest.raises(SettingsError, match=message):
        load_settings(None, ["stage2.epochs=3", override])


def test_files_that_cannot_be_read_are_sentences(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="There is no settings file"):
        load_settings(tmp_path / "none.toml")
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path)
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00seed")
    with pytest.raises(SettingsError, match="no text in UTF-8") as caught:
        load_settings(tmp_path / "binary.toml")
    assert "UTF-8" in caught.value.remedy
    (tmp_path / "deep.toml").write_text(f"seed = {'[' * 5000}", "utf-8")
    with pytest.raises(SettingsError, match="not valid TOML"):
        load_settings(tmp_path / "deep.toml")


@pytest.mark.parametrize("text", ["seed = ", "seed = " + "1" * 5000, "seed = " + "[" * 5000])
def test_settings_that_a_checkpoint_kept_are_refused_in_words(text: str) -> None:
    with pytest.raises(SettingsError, match="not valid TOML"):
        parse_settings(text)


def test_an_unknown_preset_is_refused() -> None:
    with pytest.raises(SettingsError, match="preset"):
        preset_settings("quick")
