"""The guide as topics of Markdown: written pages, and pages made from the settings schema and the commands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from engine.advice.acting import conditions_of
from engine.number_words import exact
from engine.settings import RunSettings
from gui.commands.actions import COMMANDS
from gui.words.plain_words import english_unit
from gui.words.setting_names import SECTION_TITLES
from resources.paths import resource


@dataclass(frozen=True, slots=True)
class Topic:
    """One page of the guide; ``name`` is what links (help:name) use."""

    name: str
    title: str
    markdown: str


def all_topics() -> tuple[Topic, ...]:
    """The guide in reading order."""
    return (*written_topics(), *settings_topics(), keys_topic())


def written_topics() -> Iterator[Topic]:
    """resources/help/*.md, in the order of their numbers."""
    for path in sorted(resource("help").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        title = text.partition("\n")[0].removeprefix("# ")
        yield Topic(path.stem.partition("-")[2], title, text)


def settings_topics() -> Iterator[Topic]:
    """A page for each group of settings."""
    groups: dict[str, list[str]] = {name: [] for name in SECTION_TITLES}
    defaults = RunSettings()
    for name, field in RunSettings.model_fields.items():
        value = getattr(defaults, name)
        if isinstance(value, BaseModel):
            groups[name] = [_entry(name, key, f, value) for key, f in type(value).model_fields.items()]
        elif field.title:
            groups[""].append(_entry("", name, field, defaults))
    for name, entries in groups.items():
        title = f"Settings: {SECTION_TITLES[name]}"
        yield Topic(f"settings.{name or 'run'}", title, f"# {title}\n\n" + "\n".join(entries))


def keys_topic() -> Topic:
    """Every command that has a key."""
    rows = "\n".join(f"| {c.text.rstrip('…')} | {c.shortcut} | {c.tip} |" for c in COMMANDS if c.shortcut)
    return Topic("keys", "Keys", f"# Keys\n\n| Command | Key | What it does |\n|---|---|---|\n{rows}\n")


def _entry(section: str, key: str, field: FieldInfo, owner: BaseModel) -> str:
    """One setting: label, help, name in the file, unit, range and default."""
    name = f"{section}.{key}" if section else key
    extra: dict[str, Any] = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    default = getattr(owner, key)
    unit = f" {english_unit(default, extra['unit'])}" if extra.get("unit") else ""
    facts = [f"`{name}`", f"default {exact(default)}{unit}", *_limits(field)]
    if extra.get("level") == "advanced":
        facts.append("advanced")
    acts = "".join(f" It acts only when {when}." for when in conditions_of(name))
    return f"## {field.title}\n\n{field.description}{acts}\n\n*{' · '.join(facts)}*\n"


def _limits(field: FieldInfo) -> Iterator[str]:
    words = {"ge": "at least", "gt": "above", "le": "at most", "lt": "below"}
    for limit in field.metadata:
        for attribute, word in words.items():
            bound = getattr(limit, attribute, None)
            if bound is not None:
                yield f"{word} {exact(bound)}"
