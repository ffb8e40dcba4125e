"""The run that is shown: pages that use a student take its, once, as soon as it has one."""

from pathlib import Path


class ShownRun:
    """What the user chooses after a run's student was taken stays, until another run is shown."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self._taken: Path | None = None

    def new_student(self) -> Path | None:
        """The weights of the shown run's student, where it has one that was not taken yet."""
        if self.folder in (None, self._taken) or not (self.folder / "student.pth").is_file():
            return None
        self._taken = self.folder
        return self.folder / "student.pth"
