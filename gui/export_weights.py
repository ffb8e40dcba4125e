"""Copies the best student's weights to where the user wants them, checked byte for byte."""

from pathlib import Path

from engine.errors import StorageError
from engine.files import atomic_write, sha256_of


def weights_of(run: Path) -> Path:
    """The best student of a run folder, which exists after the first validation."""
    return run / "student.pth"


def copy_weights(source: Path, target: Path) -> None:
    """Copy and read back; StorageError where that fails, and then an older file at ``target`` is untouched."""
    try:
        content = source.read_bytes()
        wanted = sha256_of(source)
    except OSError as error:
        raise StorageError(f"{source} cannot be read: {error.strerror}.", "Check the run's folder.") from error

    def verify(written: Path) -> None:
        if sha256_of(written) != wanted:
            raise StorageError(f"{target} does not hold what was written to it.", "Check the disk.")

    atomic_write(target, lambda file: file.write(content) and None, verify=verify)
