"""What the program remembers between sessions, in one small JSON file; a broken file never blocks start-up."""

import base64
import json
import logging
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Literal

import platformdirs
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from engine.errors import StorageError
from engine.files import SHORT_PATIENCE_S, atomic_write, read_text
from engine.parser_errors import TEXT_ERRORS

RECENT = 10
SMALLEST_TEXT, LARGEST_TEXT = 70, 200
REMEMBERED_LABELS = 50

_log = logging.getLogger(__name__)


def _is_base64(text: str) -> str:
    """The text; ValueError where it is none."""
    base64.b64decode(text)
    return text


class Preferences(BaseModel):
    """What is remembered; nothing of it changes what a run computes."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    language: Literal["system", "en", "de", "zh_CN"] = "system"  # of the window, from the next start on
    scheme: Literal["system", "light", "dark"] = "system"
    native_dialogs: bool = True  # off: Qt's own file dialogs, where a shell extension crashes the system's
    notify_at_end: bool = True
    taskbar_progress: bool = True
    advanced_settings: bool = False
    plots: tuple[str, ...] = ()  # on the run page; none: the two that matter most
    text_size: Annotated[int, Field(ge=SMALLEST_TEXT, le=LARGEST_TEXT)] = 100  # in per cent
    last_folder: Path | None = None  # where a file dialog was last
    window_geometry: Annotated[str, AfterValidator(_is_base64)] = ""  # base64 of QWidget.saveGeometry
    recent_projects: tuple[Path, ...] = ()
    recent_folders: tuple[Path, ...] = ()
    allowed_shares: tuple[str, ...] = ()  # of other computers, which a project may name
    confirmed_labels: tuple[str, ...] = ()  # label mappings that the user has confirmed, with their folders


def preferences_path() -> Path:
    """Where this user's preferences lie."""
    return Path(platformdirs.user_config_dir("PatchDistill", appauthor=False)) / "preferences.json"


class PreferencesFile:
    """The preferences and the file behind them; every ``update`` is written at once."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or preferences_path()
        self.value = read_preferences(self.path)

    def update(self, **changes: Any) -> None:
        """Change some of the preferences; ValidationError for a value that they cannot have.

        A file that cannot be written is logged: it costs what was remembered, never the user's work.
        """
        self.value = Preferences.model_validate(self.value.model_dump() | changes)
        text = self.value.model_dump_json(indent=2)
        try:
            atomic_write(self.path, lambda file: _put(file, text), patience_s=SHORT_PATIENCE_S)
        except StorageError as error:
            _log.warning("Preferences were not saved: %s", error.message)

    def add_recent_project(self, path: Path) -> None:
        """Put a project at the head of the recent ones."""
        self.update(recent_projects=_first(path, self.value.recent_projects))

    def forget_project(self, path: Path) -> None:
        """Take a project that is gone out of the recent ones."""
        self.update(recent_projects=tuple(known for known in self.value.recent_projects if known != path))

    def add_recent_folder(self, path: Path) -> None:
        """Put a folder of images at the head of the recent ones."""
        self.update(recent_folders=_first(path, self.value.recent_folders))

    def confirm_labels(self, key: str, confirmed: bool) -> None:
        """Remember, or forget, that a label mapping is right."""
        others = tuple(known for known in self.value.confirmed_labels if known != key)
        kept = (key, *others)[:REMEMBERED_LABELS] if confirmed else others
        self.update(confirmed_labels=kept)


def read_preferences(path: Path) -> Preferences:
    """What a file holds; whatever cannot be read or understood is logged and takes its default."""
    try:
        found = json.loads(read_text(path, SHORT_PATIENCE_S))
    except FileNotFoundError:
        return Preferences()
    except (OSError, *TEXT_ERRORS) as error:
        _log.warning("Preferences in %s cannot be read, so defaults are used: %s", path, error)
        return Preferences()
    return _good_part(found if isinstance(found, dict) else {})


def _good_part(found: dict[str, Any]) -> Preferences:
    try:
        return Preferences.model_validate(found)
    except ValidationError as error:
        bad = {str(item["loc"][0]) for item in error.errors()}
        _log.warning("These preferences cannot be understood and take their defaults: %s", ", ".join(sorted(bad)))
        return Preferences.model_validate({key: value for key, value in found.items() if key not in bad})


def _first(path: Path, others: tuple[Path, ...]) -> tuple[Path, ...]:
    return (path, *(other for other in others if other != path))[:RECENT]


def _put(file: BinaryIO, text: str) -> None:
    file.write(text.encode("utf-8"))
