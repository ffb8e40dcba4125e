"""The classes of folders as lines for a settings file, to be looked at, corrected and pasted."""

from collections.abc import Sequence

from engine.data.scan.found_classes import FoundFolder, choices_of, proposed, undecided, walk

_ASK = "real, fake or left out?"


def class_lines(folders: Sequence[FoundFolder]) -> str:
    """TOML of what is chosen and proposed, each line with what the folder holds; what is open, as remarks."""
    import tomlkit

    chosen = choices_of(folders)
    taken = proposed(folders, chosen) | chosen
    counted = {folder.path: _held(folder) for folder, _ in reversed([*walk(folders, {})])}
    lines = ["[data.classes]"]
    for path, kind in sorted(taken.items()):
        lines.append(f'{tomlkit.key([path]).as_string()} = "{kind}"  # {counted[path]}')
    for folder in undecided(folders, taken):
        reason = "its path says both; " if "both" in (folder.by_name, folder.proposal) else ""
        key = tomlkit.key([folder.path]).as_string()
        lines.append(f'# {key} = "left out"  # {_held(folder)}; {reason}{_ASK}')
    return "\n".join(lines)


def _held(folder: FoundFolder) -> str:
    formats = ", ".join(f"{count:,} {ending}" for ending, count in folder.formats.items())
    return f"{folder.images:,} image{'s' * (folder.images != 1)}: {formats}{f', {folder.size}' * bool(folder.size)}"
