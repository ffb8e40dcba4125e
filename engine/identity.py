"""The names by which Windows, the installer and a second start of the program know it."""

APP_ID = "PatchDistill.PatchDistill"
RUNNING_MUTEX = "PatchDistill-Running"  # exists while any process of the program runs: the installer looks for it
PROJECT_SUFFIX = ".patchdistill"
PROJECT_SUFFIXES = (PROJECT_SUFFIX, ".toml")
CUDA_VARIANT = "cu130"  # of the edition for NVIDIA cards: the CUDA that its PyTorch was built with


def setup_name(version: str, variant: str) -> str:
    """Name of the installer; ``variant`` is "cpu", or that of a CUDA build."""
    return f"PatchDistill-{version}-windows-{variant}-setup.exe"
