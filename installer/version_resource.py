"""The version block that Windows shows under a file's properties, from the one version number."""

from typing import Any

from engine import __version__

COMPANY = "PatchDistill"
COPYRIGHT = "MIT licence"


def version_resource(file_name: str, description: str) -> Any:
    """PyInstaller's VSVersionInfo for one exe."""
    from PyInstaller.utils.win32 import versioninfo as info  # needs pefile, which only Windows has

    numbers = four_numbers(__version__)
    texts = {
        "CompanyName": COMPANY,
        "FileDescription": description,
        "FileVersion": __version__,
        "InternalName": "patchdistill",
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": file_name,
        "ProductName": "PatchDistill",
        "ProductVersion": __version__,
    }
    strings = info.StringTable("040904B0", [info.StringStruct(name, text) for name, text in texts.items()])
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[info.StringFileInfo([strings]), info.VarFileInfo([info.VarStruct("Translation", [0x0409, 0x04B0])])],
    )


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Windows' form of a version: 1.2.3rc1 is 1.2.3.0."""
    parts = [int("".join(filter(str.isdigit, part.partition("rc")[0])) or 0) for part in version.split(".")]
    first, second, third, fourth = (*parts, 0, 0, 0, 0)[:4]
    return first, second, third, fourth
