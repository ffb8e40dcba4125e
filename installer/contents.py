"""What goes into the program's folder beside the imported modules, and what is left out of it."""

from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

from engine.settings.network_modules import network_modules

Entry = tuple[str, str, str]  # PyInstaller's: name in the folder, file it comes from, kind

MODULES = "modules.pyz"  # Python's modules, which both programs share: see shared_modules.py

RESOURCES = (
    *("*.json", "demo/*.md", "demo/photos/*", "demo/weights/*", "examples/*"),
    *("help/*", "icons/*", "languages/*.qm", "report_card/*", "theme/*"),
)

# run.json names the versions of these.
METADATA = (
    "torch",
    "torchvision",
    "numpy",
    "scikit-learn",
    "pillow",
    "pi-heif",
    "onnx",
    "onnxruntime",
    "PySide6-Essentials",
)

HIDDEN_IMPORTS = ("torch.export", "onnxruntime", *network_modules().values())

# It would load Qt before the program has loaded torch (WinError 1114); and PySide6, once loaded, reads the source of
# every module imported after it, torch's thousand included. What it is for, Qt's folders, PySide6 finds without it.
UNWANTED_HOOKS = ("pyi_rth_pyside6",)

EXCLUDED_MODULES = (
    "tkinter",
    "_tkinter",
    "pandas",
    "matplotlib",
    "IPython",
    "pytest",
    "py",
    "_pytest",
    "hypothesis",
    "mypy",
    "yaml",
    "pip",
    "setuptools",
    "pkg_resources",
    "wheel",
    "rich",
    "pygments",
    "tensorboard",
    "triton",
    "torch.utils.tensorboard",
    "torch.utils.benchmark",
    "torch.testing._internal.opinfo",
    "torch.testing._internal.distributed",
    "torch.testing._internal.generated",
    "torch.testing._internal.common_methods_invocations",
    "torch.testing._internal.common_modules",
    "torch.testing._internal.common_nn",
    "torch.testing._internal.common_quantization",
    "onnx.backend.test",
    "onnxruntime.transformers",
    "onnxruntime.tools",
    "onnxruntime.quantization",
    "sklearn.datasets.tests",
    "pyqtgraph.examples",
    "pyqtgraph.opengl",
    "ssl",  # nothing connects to a network
    "_ssl",
    "_hashlib",  # hashlib has its own
    "PySide6.QtOpenGL",  # see without_opengl.py
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtDesigner",
    "PySide6.QtUiTools",
    "PySide6.QtTest",
    "PySide6.QtSql",
    "PySide6.QtHelp",
    "PySide6.QtPrintSupport",
)

# Packages of PyTorch whose modules are in the archive already, and whose sources nothing reads: none of their functions
# is compiled by TorchScript as it is imported.
UNREAD_SOURCES = (
    *("_dynamo", "_export", "_functorch", "_higher_order_ops", "_inductor", "_numpy", "_refs", "_vendor", "ao"),
    *("distributed", "export", "fx", "masked", "nested", "onnx", "package", "sparse", "testing"),
)

LEFT_OUT = {
    "Qt's software OpenGL (the window draws without OpenGL)": ("*/opengl32sw.dll", "*/d3dcompiler_*.dll"),
    "Qt for QML, 3D and on-screen keyboards": (
        "*/Qt6Qml*",
        "*/Qt6Quick*",
        "*/Qt6VirtualKeyboard*",
        "*/Qt6Pdf*",
        "*/plugins/platforminputcontexts/*",
        "*/plugins/imageformats/*pdf*",
        "*/libQt6Qml*",
        "*/libQt6Quick*",
        "*/libQt6VirtualKeyboard*",
    ),
    "Qt's plugins for networks and other screens": (
        "*/plugins/tls/*",
        "*/plugins/networkinformation/*",
        "*/plugins/generic/*",
        "*/plugins/platforms/qdirect2d.dll",
    ),
    "Qt's translations into languages that the window does not speak": ("*/translations/*",),
    "ONNX Runtime for C programs (the one for Python has its own)": ("onnxruntime/capi/onnxruntime.dll",),
    "Sources of PyTorch that nothing reads": (
        *(f"torch/{package}/*.py" for package in UNREAD_SOURCES),
        "torchvision/datasets/*.py",
        "torchvision/transforms/*.py",
    ),
    "Parts of Windows itself": ("*/ucrtbase.dll", "*/api-ms-win-*"),
    "OpenSSL, as nothing connects to a network": ("*/libcrypto-3*.dll", "*/libssl-3*.dll"),
    "Python inside torchvision": ("torchvision/python3*.dll",),
    "Tools and headers of PyTorch": (
        "torch/bin/[!t]*",  # but torch_shm_manager, which torch looks for on Linux
        "torch/bin/test_*",
        "torch/include/*",
        "torch/share/*",
        "torch/lib/*.lib",
        "torch/test/*",
        "torch/_inductor/autoheuristic/*.txt",
        "torch/distributed/*.html",
    ),
    "Lists of what pip installed": ("*.dist-info/RECORD", "*.dist-info/INSTALLER", "*.dist-info/REQUESTED"),
    "Licence texts, which THIRD-PARTY-LICENCES.txt holds": ("*.dist-info/licenses/*",),
    "Tests and sample data of libraries": (
        "*/tests/*",
        "onnx/backend/test/*",
        "onnxruntime/datasets/*",
        "sklearn/datasets/data/*",
        "sklearn/datasets/images/*",
        "sklearn/datasets/descr/*",
        "*.pyx",
        "*.pxd",
        "*.pyx.tp",
        "*.cp*.lib",
        "*.dll.a",
        "*/meson.build",
    ),
    "Readers of fonts and of files of matrices": ("PIL/_imagingft*", "scipy/io/_fast_matrix_market/_fmm_core*"),
    "What only writes or reads other formats of ONNX": ("onnxruntime/transformers/*", "onnxruntime/tools/*"),
}


KEPT = (
    "torch/*config*.py",  # torch reads these as text when it is imported
    *(f"*/translations/qtbase_{language}.qm" for language in ("de", "zh_CN")),  # Qt's own words beside ours
)


def data_files(root: Path) -> list[tuple[str, str]]:
    """The program's own files and the folder that each goes into."""
    resources = root / "resources"
    files = (file for pattern in RESOURCES for found in resources.glob(pattern) for file in _below(found))
    return [(str(file), str(file.parent.relative_to(root))) for file in sorted(files)]


def reason_to_leave_out(name: str) -> str | None:
    """Why a file of this name in the folder is not needed; None where it stays."""
    path = name.replace("\\", "/")
    if any(fnmatch(path, pattern) for pattern in KEPT):
        return None
    names = (path, f"/{path}")  # so that */x also means x at the top
    for why, patterns in LEFT_OUT.items():
        if any(fnmatch(known, pattern) for known in names for pattern in patterns):
            return why
    return None


def kept(entries: Iterable[Entry], left_out: dict[str, int]) -> list[Entry]:
    """The entries that stay; the bytes of the others are added to ``left_out`` under their reason."""
    stay = []
    for name, source, kind in entries:
        reason = reason_to_leave_out(name)
        if reason is None:
            stay.append((name, source, kind))
        elif source and Path(source).is_file():
            left_out[reason] = left_out.get(reason, 0) + Path(source).stat().st_size
    return stay


def scripts(entries: Iterable[Entry]) -> list[Entry]:
    """What each exe runs: PyInstaller's hooks but the unwanted ones, then the program."""
    found = list(entries)
    missing = set(UNWANTED_HOOKS) - {name for name, _, _ in found}
    assert not missing, f"PyInstaller calls these hooks otherwise now: {missing}"
    return [entry for entry in found if entry[0] not in UNWANTED_HOOKS]


def _below(found: Path) -> Iterable[Path]:
    everything = found.rglob("*") if found.is_dir() else (found,)
    return (file for file in everything if file.is_file() and "__pycache__" not in file.parts)
