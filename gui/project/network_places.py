r"""Other computers that settings name: asked about before anything there is touched.

To look at a path such as \\server\share, Windows signs in at that server with the user's name and a proof of the
password, so a project from somebody else must not have it done unasked.
"""

from collections.abc import Callable
from pathlib import Path, PureWindowsPath

from PySide6.QtWidgets import QWidget

from engine.settings import RunSettings
from engine.settings.names import look_up
from engine.settings.toml_file import PATH_SETTINGS
from gui.project.preferences import PreferencesFile
from gui.widgets import dialogs as messages
from gui.words.translation import tr

_LOCAL = ("\\\\?\\", "\\\\.\\")  # long names of this computer's own drives, but not \\?\UNC\server\share


def share_of(path: Path) -> str:
    r"""The share that a path lies on, as \\server\share in small letters; empty for a place on this computer."""
    drive = PureWindowsPath(str(path)).drive.lower().replace("\\\\?\\unc\\", "\\\\")
    return drive if drive.startswith("\\\\") and not drive.startswith(_LOCAL) else ""


def shares_in(settings: RunSettings) -> set[str]:
    """The shares that settings name."""
    values = settings.model_dump()
    found = (look_up(values, name) for name in PATH_SETTINGS)
    paths = [path for value in found for path in (value if isinstance(value, tuple | list) else (value,))]
    return {share_of(path) for path in paths if isinstance(path, Path)} - {""}


def unless_refused(
    parent: QWidget, preferences: PreferencesFile, settings: RunSettings, source: Path, then: Callable[[], object]
) -> bool:
    """Do ``then`` at once where settings name no share but known ones, else after a yes; whether it was done at once.

    Known are those of the file or folder that the settings came from, of folders that the user chose, and what was
    allowed before.
    """
    remembered = preferences.value
    known = {*remembered.allowed_shares, *map(share_of, (source, *remembered.recent_folders))}
    new = sorted(shares_in(settings) - known)
    if not new:
        then()
        return True

    def allowed() -> None:
        preferences.update(allowed_shares=(*remembered.allowed_shares, *new))
        then()

    text = tr('"{name}" names places on other computers: {places}.', name=source.name, places=", ".join(new))
    more = tr(
        "To look there, Windows signs in at them with your name. Go on only if you know them, or who gave "
        "you this file; otherwise nothing there is touched and nothing is opened."
    )
    messages.ask(parent, tr("Other computers"), text, more, tr("Go on"), tr("Cancel"), allowed, loses=True)
    return False
