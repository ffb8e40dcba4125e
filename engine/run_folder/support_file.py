"""One zip for whoever is asked for help: what the program and a run have written down, without pictures and names.

Nothing is sent anywhere: the file lies on the disk until the user passes it on.
"""

import getpass
import io
import json
import platform
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from platformdirs import user_log_path

from engine.files import SHORT_PATIENCE_S, atomic_write, read_bytes, refuse_existing
from engine.run_folder.folder import environment, not_a_run

LAST_EVENTS = 2000
LONGEST = 1_000_000  # bytes of a file, from its end
LOGS = 10  # of the program, the newest
OF_A_RUN = ("settings.toml", "environment.json", "run.log", "exports.json", "events.jsonl")
# Folders of users, whoever they are; \ may be doubled, as JSON and TOML write it.
# A name may have spaces in it, so it goes on to the next separator if there is one.
_USERS = re.compile(r"(?i)([a-z]:[\\/]+users[\\/]+|/home/|/users/)([^\\/:*?\"<>|\r\n]+(?=[\\/])|[^\\/\s\"'<>|]+)")


def logs_folder() -> Path:
    """Where the program keeps its log and its reports of crashes."""
    return user_log_path("PatchDistill", appauthor=False)


def write_support_file(target: Path, run: Path | None, *, overwrite: bool = False, logs: Path | None = None) -> Path:
    """Write the zip; RunFolderError where ``run`` is none, StorageError where the file is in the way or cannot be.

    It holds the versions, the program's newest logs and, of a run, settings, log, environment, exports and last events.
    Folders of users, the user's name and the computer's are replaced; names of pictures in events stay.
    """
    if run is not None and not (run / "settings.toml").is_file():
        raise not_a_run(run)
    refuse_existing([target], overwrite)
    hide = _hiding()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("program.json", hide(json.dumps(environment(), indent=1)))
        for name, file in _files(run, logs or logs_folder()):
            archive.writestr(name, hide(_text(file)))
    atomic_write(target, lambda file: file.write(buffer.getvalue()))
    return target


def _files(run: Path | None, logs: Path) -> Iterator[tuple[str, Path]]:
    if run is not None:
        yield from ((f"run/{name}", run / name) for name in OF_A_RUN if (run / name).is_file())
    kept = [file for file in logs.glob("*") if (file.is_file() and ".log" in file.name) or file.suffix == ".txt"]
    newest = sorted(kept, key=lambda file: file.stat().st_mtime, reverse=True)[:LOGS]
    yield from ((f"logs/{file.name}", file) for file in newest)


def _text(file: Path) -> str:
    """The end of a file, from the beginning of a line on; why, where it cannot be read."""
    try:
        content = read_bytes(file, SHORT_PATIENCE_S)
    except OSError as error:
        return f"It could not be read: {error}"
    lines = content[-LONGEST:].decode("utf-8", errors="replace").splitlines(keepends=True)
    if len(content) > LONGEST:
        lines = lines[1:]
    return "".join(lines[-LAST_EVENTS:])


def _hiding() -> Callable[[str], str]:
    """Replaces what names the user, other users or the computer."""
    home = str(Path.home())
    spellings = {home, home.replace("\\", "/"), home.replace("\\", "\\\\")} - {"", "/"}
    names = {name: word for name, word in ((_user(), "USER"), (platform.node(), "COMPUTER")) if len(name) > 1}

    def hide(text: str) -> str:
        for spelling in sorted(spellings, key=len, reverse=True):
            text = re.sub(rf"(?i){re.escape(spelling)}(?=[\\/\s\"']|$)", "HOME", text)
        text = _USERS.sub(r"\1USER", text)
        for name, word in names.items():
            text = re.sub(rf"(?i)(?<![\w-]){re.escape(name)}(?![\w-])", word, text)
        return text

    return hide


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return ""
