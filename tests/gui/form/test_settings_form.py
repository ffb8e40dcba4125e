"""The form shows every setting, gives back what it was given, marks what was changed, and says what is wrong."""

import math
from pathlib import Path
from typing import Any

import pytest
from pydantic.fields import FieldInfo
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from engine.errors import Problem, SettingsError
from engine.settings import RunSettings
from engine.settings.changes import changed_settings
from engine.settings.presets import preset_settings
from gui.form.fields import ChoiceField
from gui.form.settings_form import SettingsForm
from gui.words.plain_words import in_words
from gui.words.setting_names import setting_fields
from gui.words.values import limits

FIELDS = dict(setting_fields(RunSettings))


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    shown = SettingsForm()
    shown.complete()
    qtbot.addWidget(shown)
    return shown


def leaves(settings: RunSettings) -> dict[str, Any]:
    plain = settings.model_dump()
    found = {name: plain[name] for name in plain if not isinstance(plain[name], dict)}
    sections = {name: plain[name] for name in plain if isinstance(plain[name], dict)}
    return found | {f"{section}.{key}": value for section, inner in sections.items() for key, value in inner.items()}


FOUND = {
    "data.classes": (("Echte Fotos/Kamera.1", "real"), ("KI", "left out")),
    "data.test_source": ("flux", 'a, "b"'),
}


def another(name: str, info: FieldInfo, form: SettingsForm) -> Any:
    """A value that the setting may have and does not have by default."""
    default, field = info.default, form.rows[name].field
    if isinstance(field, ChoiceField):
        choices = [str(field.itemData(index)) for index in range(field.count())]
        return next((choice for choice in reversed(choices) if choice != default), default)
    if isinstance(default, bool):
        return not default
    if isinstance(default, int | float):
        low, high = limits(info)
        step = 1 if isinstance(default, int) else 0.0123456789012345
        return default + step if default + step < high else default - min(step, (default - low) / 2)
    if isinstance(default, str):
        return "Über alles, 中文"
    if default == ():
        return FOUND.get(name, (Path("Bilder für später"), Path("list.csv")))
    return (f"other {name}", f'{name}, "too"') if isinstance(default, tuple) else Path("some file.pth")


def test_the_schema_is_not_empty_and_every_setting_has_words() -> None:
    assert len(FIELDS) > 90
    assert all(info.title and info.description for info in FIELDS.values())
    assert set(FIELDS) == set(leaves(RunSettings())) - {"schema_version"}


def test_pages_that_are_not_built_yet_have_their_settings_already(qtbot: QtBot) -> None:
    form = SettingsForm()
    qtbot.addWidget(form)
    assert not form.pages["Stage 2"].names
    assert form.value() == RunSettings()
    assert set(form.rows) == set(FIELDS)
    assert form.value() == RunSettings()


@pytest.mark.parametrize("preset", ["recommended", "from_scratch", "conservative"])
def test_presets_come_back(form: SettingsForm, preset: str) -> None:
    form.set_value(preset_settings(preset))
    assert form.value() == preset_settings(preset)
    assert form.changed_names() == ()


def test_every_setting_comes_back(form: SettingsForm) -> None:
    same = []
    for name, info in FIELDS.items():
        if name == "preset":
            continue  # takes other settings along; has tests of its own
        value, field = another(name, info, form), form.rows[name].field
        field.set_value(value)
        assert field.value() == value, name
        given = form.value()
        assert leaves(given)[name] == value, name
        if value == info.default:
            same.append(name)
        else:
            assert changed_settings(RunSettings(), given) == (name,)
        field.set_value(info.default)
        assert form.value() == RunSettings(), name
    assert same == ["student.network", "stage1.trainable"]  # those that have a single choice


def test_all_settings_at_once_come_back(form: SettingsForm) -> None:
    values: dict[str, Any] = {}
    for name, info in FIELDS.items():
        section, _, key = name.rpartition(".")
        (values.setdefault(section, {}) if section else values)[key] = another(name, info, form)
    settings = RunSettings.model_validate(values)
    form.set_value(settings)
    assert form.value() == settings


def test_limits_of_the_schema_can_be_shown(form: SettingsForm) -> None:
    for name, info in FIELDS.items():
        closed = [
            end
            for rule in info.metadata
            for end in (getattr(rule, "ge", None), getattr(rule, "le", None))
            if end is not None
        ]
        for end in closed:
            form.rows[name].field.set_value(end)
            assert math.isclose(form.rows[name].field.value(), end, rel_tol=0, abs_tol=0), name


def test_every_setting_stands_on_one_page_and_is_named_for_screen_readers(form: SettingsForm) -> None:
    placed = [name for page in form.pages.values() for name in page.names]
    assert sorted([*placed, "preset"]) == sorted(FIELDS)
    for name, row in form.rows.items():
        assert row.editor.accessibleName() == FIELDS[name].title
        assert in_words(str(FIELDS[name].description)) in row.editor.accessibleDescription()
        assert in_words(str(FIELDS[name].description)) in row.editor.toolTip()


def test_a_changed_value_is_marked_and_has_a_way_back(form: SettingsForm, qtbot: QtBot) -> None:
    row = form.rows["stage2.epochs"]
    assert row.reset.isHidden()
    with qtbot.waitSignal(form.changed) as heard:
        row.field.set_value(7)
    assert heard.args == ["stage2.epochs"]
    assert not row.reset.isHidden()
    assert form.changed_names() == ("stage2.epochs",)
    assert "changed" in row.editor.accessibleDescription()
    assert row._label.text() == "<b>Epochs</b>"
    row.reset.click()
    assert row.field.value() == RunSettings().stage2.epochs
    assert row.reset.isHidden()
    assert form.changed_names() == ()


def test_folders_are_input_and_not_a_change(form: SettingsForm) -> None:
    form.rows["data.train"].field.set_value((Path("images"),))
    assert form.changed_names() == ()
    assert form.value().data.train == (Path("images"),)


def test_another_preset_takes_its_values_along_and_leaves_what_the_user_changed(form: SettingsForm) -> None:
    form.rows["stage2.backbone_lr"].field.set_value(0.25)
    form.rows["preset"].field.set_value("conservative")
    conservative = preset_settings("conservative")
    shown = form.value()
    assert shown.stage2.backbone_lr == 0.25
    assert shown.stage2.head_lr == conservative.stage2.head_lr
    assert form.changed_names() == ("stage2.backbone_lr",)
    form.reset()
    assert form.value() == conservative


def test_contradictions_stand_beside_their_field_and_value_refuses(form: SettingsForm) -> None:
    form.rows["degradations.quality_min"].field.set_value(90)
    form.rows["degradations.quality_max"].field.set_value(50)
    with pytest.raises(SettingsError) as refused:
        form.value()
    assert [problem.setting for problem in refused.value.problems] == ["degradations"]
    note = form.rows["degradations.quality_min"].note
    assert not note.isHidden()
    assert note.text.text().startswith("Error: ")
    form.rows["degradations.quality_max"].field.set_value(95)
    assert note.isHidden()
    assert form.problems() == []


def test_an_end_that_is_not_allowed_is_said_in_words(form: SettingsForm) -> None:
    form.rows["stage2.momentum"].field.set_value(1.0)  # below 1 is asked for
    assert form.rows["stage2.momentum"].note.text.text() == "Error: Must be less than 1."


def test_problems_found_elsewhere_stay_until_their_field_is_edited(form: SettingsForm) -> None:
    epochs, lr = form.rows["stage2.epochs"], form.rows["stage2.head_lr"]
    form.show_problems(
        [Problem("stage2.epochs", "Too long.", "Take 20.", "warning"), Problem("stage2.head_lr", "Too large.")]
    )
    assert epochs.note.text.text() == "Warning: Too long. Take 20."
    epochs.field.set_value(10)
    assert epochs.note.isHidden()
    assert not lr.note.isHidden()
    assert [problem.setting for problem in form.problems()] == ["stage2.head_lr"]
    form.set_value(RunSettings())
    assert form.problems() == []


def test_a_page_s_sign_counts_errors_and_warnings_apart(form: SettingsForm) -> None:
    (tabs,) = form.findChildren(QTabWidget)
    place = list(form.pages).index("Stage 2")
    warnings = [Problem("stage2.epochs", "Long.", severity="warning"), Problem("stage2.head_lr", "Low.", "", "warning")]
    form.show_problems(warnings)
    assert tabs.tabToolTip(place) == "2 warnings on this page"
    form.show_problems([*warnings, Problem("stage2.optimiser", "Unknown.")])
    assert tabs.tabToolTip(place) == "1 error and 2 warnings on this page"
    form.show_problems([])
    assert tabs.tabToolTip(place) == ""


def test_basic_hides_what_is_advanced_unless_it_was_changed_or_is_wrong(form: SettingsForm) -> None:
    rows = form.rows
    assert rows["stage2.momentum"].isHidden()
    assert not rows["stage2.epochs"].isHidden()
    rows["stage2.momentum"].field.set_value(0.5)
    form.show_problems([Problem("stage2.weight_decay", "Too large.")])
    assert not rows["stage2.momentum"].isHidden()
    assert not rows["stage2.weight_decay"].isHidden()
    assert rows["stage2.accumulate"].isHidden()
    form.pages["Stage 2"].show_more.click()
    assert form.advanced.isChecked()
    assert not rows["stage2.accumulate"].isHidden()


def test_going_to_a_setting_opens_its_page_even_where_it_was_hidden(form: SettingsForm, qtbot: QtBot) -> None:
    form.resize(900, 500)
    with qtbot.waitExposed(form):
        form.show()
    form.go_to("health.window")
    assert form.rows["health.window"].editor.isVisible()
    form.go_to("data")  # a section's problem leads to its first setting
    assert form.rows["data.train"].editor.isVisible()


def test_every_page_fits_into_a_small_window_without_scrolling_sideways(form: SettingsForm, qtbot: QtBot) -> None:
    form.advanced.setChecked(True)
    form.resize(700, 500)
    with qtbot.waitExposed(form):
        form.show()
    for title, page in form.pages.items():
        form.show_page(title)
        qtbot.wait(1)
        content = page.scroll_area.widget()
        assert content is not None
        assert content.width() <= page.scroll_area.viewport().width(), title
