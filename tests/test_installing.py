"""The installer: compiled by each makensis that is there, its list of files, its parts, and its cases under Wine."""

import os
import shutil
from pathlib import Path

import pytest

from engine.identity import APP_ID
from installer import nsis
from installer.installer_trial import InstallerTrial
from installer.log import BuildError
from installer.nsis import MANIFEST, Makensis, Product
from installer.pythons import Wine

ROOT = Path(__file__).resolve().parents[1]
PATH_KEY = r"HKCU\Environment"
WINDOWS_MAKENSIS = os.environ.get(
    "WINDOWS_MAKENSIS", ""
)  # the makensis.exe of an official NSIS, which is a 32-bit program
NO_WINE = "needs Wine with 32 bits, and WINDOWS_MAKENSIS: the path of makensis.exe of an official NSIS 3"
wine_only = pytest.mark.skipif(not WINDOWS_MAKENSIS or shutil.which("wine") is None, reason=NO_WINE)
native_only = pytest.mark.skipif(shutil.which("makensis") is None, reason="needs makensis: apt-get install nsis")


@pytest.fixture
def product(tmp_path: Path) -> Product:
    folder = tmp_path / "dist" / "PatchDistill"
    for name in ("PatchDistill.exe", "patchdistill-cli.exe", "_internal/torch/lib/c10.dll", "_internal/a$b/grün.txt"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode() * 100)
    return made(folder)


def made(folder: Path) -> Product:
    from installer.icon import write_icon, write_side_picture

    icon, side = folder.parent / "PatchDistill.ico", folder.parent / "side.bmp"
    write_icon(icon)
    write_side_picture(side)
    return Product("PatchDistill", "1.2.3", folder, icon, side, ROOT / "LICENSE")


def test_the_list_names_every_file_and_then_every_folder_from_within(product: Product) -> None:
    nsis.write_manifest(product.folder)
    raw = (product.folder / MANIFEST).read_bytes()
    lines = raw.removeprefix(b"\xff\xfe").decode("utf-16-le").splitlines()
    assert lines[-4:] == ["_internal\\torch\\lib\\", "_internal\\torch\\", "_internal\\a$b\\", "_internal\\"]
    assert sorted(lines[:-4]) == sorted(
        ["PatchDistill.exe", "patchdistill-cli.exe", "_internal\\torch\\lib\\c10.dll", "_internal\\a$b\\grün.txt"]
    )


def test_parts_hold_everything_once_and_none_is_too_large(product: Product) -> None:
    nsis.write_manifest(product.folder)
    groups = nsis.parts(product.folder, 3000)
    assert len(groups) > 1
    assert sorted(file for group in groups for file in group) == sorted(
        path for path in product.folder.rglob("*") if path.is_file()
    )
    assert all(sum(file.stat().st_size for file in group) <= 3000 for group in groups)
    with pytest.raises(BuildError, match=r"c10\.dll has"):
        nsis.parts(product.folder, 2500)


def test_a_folder_with_blanks_is_told_to_nsis_without_quotes() -> None:
    assert nsis.place_words("/D=", "C:\\Meine Programme\\x y") == ["/D=C:\\Meine", "Programme\\x", "y"]
    for place in ("C:\\two  blanks", 'C:\\"quoted"'):
        with pytest.raises(BuildError, match="NSIS cannot be told"):
            nsis.place_words("/D=", place)


@native_only
def test_debians_makensis_compiles_it(product: Product, tmp_path: Path) -> None:
    files = nsis.make_setup(nsis.find_makensis(), product, tmp_path / "setup.exe", tmp_path / "work")
    assert [file.stat().st_size > 50_000 for file in files] == [True]


@pytest.fixture(scope="module")
def wine(tmp_path_factory: pytest.TempPathFactory) -> Wine:
    machine = Wine(tmp_path_factory.mktemp("wine") / "prefix")
    machine.run(["wineboot", "-i"], 300, tmp_path_factory.getbasetemp() / "wineboot.log")
    return machine


@wine_only
@pytest.mark.timeout(600)
@pytest.mark.parametrize("limit", [nsis.PART_BYTES, 3000], ids=["one file", "several parts"])
def test_windows_makensis_compiles_it_and_it_touches_only_its_own(
    limit: int, product: Product, tmp_path: Path, wine: Wine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in wine.environment.items():
        monkeypatch.setenv(name, value)
    makensis = Makensis(("wine", WINDOWS_MAKENSIS), under_wine=True)
    files = nsis.make_setup(makensis, product, tmp_path / "dist" / "setup.exe", tmp_path / "work", limit)
    assert (len(files) > 1) is (limit == 3000)
    trial = InstallerTrial(wine, files[0], tmp_path / "trial")
    trial.begin()
    trial.install()
    with pytest.raises(BuildError, match="is installed for this user"):
        trial.begin()
    monkeypatch.setitem(wine.environment, "WINEDEBUG", "-all,fixme+shell")
    trial.upgrade()
    log = (tmp_path / "trial" / "install.log").read_text(encoding="utf-8", errors="replace")
    assert "propertystore_SetValue" in log  # Wine 8 has only this word for what is written into a shortcut's properties
    assert "propertystore_Commit" in log
    trial.refuse(makensis)
    trial.remove()
    assert [row.split(" | ")[1:] for row in trial.table().splitlines()[2:]] == [
        ["0", "0", "0 |"],
        ["0", "0", "0 |"],
        ["0", "0", "0 |"],
        ["4", "0", "0 |"],
        ["2", "0", "0 |"],
        ["0", "0", "0 |"],
    ]


APP_ID_WRITTEN = r"""
Unicode true
RequestExecutionLevel user
OutFile "${OUT}"
Name "${NAME}"
!include LogicLib.nsh
!include shortcut.nsh

Section
  System::Call 'ole32::CoInitialize(p 0)'
  System::Call 'propsys::PSCreateMemoryPropertyStore(g "${IID_IPropertyStore}", *p .r2) i .r0'
  !insertmacro SetAppId
  System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
  System::Call '*(&i2 0,&i6 0,p 0,p 0)p.r5'
  ${IPropertyStore::GetValue} $2 '($3,$5)'
  System::Call '*$5(&i2 .r6,&i6,p .r7,p)'
  System::Call '*$7(&w${NSIS_MAX_STRLEN} .r8)'
  FileOpen $9 "$EXEPATH.told" w
  FileWriteUTF16LE $9 "$6 $8"
  FileClose $9
SectionEnd
"""


@wine_only
@pytest.mark.timeout(300)
def test_a_property_store_of_windows_gives_back_the_app_id_that_the_installer_writes(
    tmp_path: Path, wine: Wine
) -> None:
    """Wine's shortcuts drop what is written into theirs; its store in memory keeps it, by the same interface."""
    program, script = tmp_path / "written.exe", tmp_path / "written.nsi"
    script.write_text(
        APP_ID_WRITTEN.replace("shortcut.nsh", str(ROOT / "installer" / "shortcut.nsh")), encoding="utf-8"
    )
    nsis.find_makensis().compile(script, {"OUT": program, "NAME": "PatchDistill", "APP_ID": APP_ID}, tmp_path / "log")
    wine.program([str(program), "/S"], 120, tmp_path / "written.log")
    told = Path(f"{program}.told").read_bytes().decode("utf-16-le")
    assert told == f"31 {APP_ID}"  # VT_LPWSTR


LONG_PATH = (
    "%USERPROFILE%\\bin;" + ";".join(f"C:\\folder{number:03}" for number in range(150)) + ";"
)  # NSIS holds 1,024


@wine_only
@pytest.mark.timeout(600)
def test_a_long_path_of_the_user_takes_the_folder_and_gives_it_back_as_it_was(
    product: Product, tmp_path: Path, wine: Wine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in wine.environment.items():
        monkeypatch.setenv(name, value)

    def search_path() -> str:
        log = tmp_path / "path.log"
        return wine.run(["wine", "reg", "query", PATH_KEY, "/v", "Path"], 120, log).rstrip()

    words = ["reg", "add", PATH_KEY, "/v", "Path", "/t", "REG_EXPAND_SZ", "/d", LONG_PATH, "/f"]
    wine.run(["wine", *words], 120, tmp_path / "add.log")
    before = search_path()
    makensis = Makensis(("wine", WINDOWS_MAKENSIS), under_wine=True)
    setup = nsis.make_setup(makensis, product, tmp_path / "setup.exe", tmp_path / "work")[0]
    place = tmp_path / "a place"
    wine.program([str(setup), "/S", "/PATH", *nsis.place_words("/D=", wine.path(place))], 300, tmp_path / "in.log")
    assert search_path() == f"{before};{wine.path(place)}"
    words = [str(place / "Uninstall.exe"), "/S", *nsis.place_words("_?=", wine.path(place))]
    wine.program(words, 300, tmp_path / "out.log")
    assert search_path() == before
