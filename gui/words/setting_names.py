"""Every setting that a user can change, as the schema has it, and what its groups are called."""

from collections.abc import Iterator

from pydantic.fields import FieldInfo

from engine.settings import Section
from gui.words.translation import mark

SECTION_TITLES = {
    "": mark("The whole run"),
    "data": mark("Images"),
    "degradations": mark("Pictures as they travel"),
    "teacher": mark("Teacher"),
    "student": mark("Student"),
    "loss": mark("Loss"),
    "stage1": mark("Stage 1"),
    "stage2": mark("Stage 2"),
    "control": mark("Control"),
    "health": mark("Warnings"),
    "output": mark("Output"),
    "machine": mark("Computer"),
}


def setting_fields(model: type[Section], prefix: str = "") -> Iterator[tuple[str, FieldInfo]]:
    """Dotted name and description of every setting, in the schema's order."""
    for key, info in model.model_fields.items():
        if isinstance(info.annotation, type) and issubclass(info.annotation, Section):
            yield from setting_fields(info.annotation, f"{prefix}{key}.")
        elif info.title:
            yield f"{prefix}{key}", info
