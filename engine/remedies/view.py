"""Another view of the pictures, for what a new run is built from."""

from collections.abc import Iterator

from engine.remedy import Remedy


def view_subject(view: str, size: int) -> str:
    """The subject of an alert that recommends a view; `other_view` reads it."""
    return f"{view}/{size}"


def other_view(subject: str, why: str) -> Iterator[Remedy]:
    """The view that an alert recommends; nothing where its subject is none."""
    view, _, size = subject.partition("/")
    if view in {"crop", "resize"} and size.isdecimal():
        label = f"Crops of {size} px" if view == "crop" else f"Pictures scaled to {size} px"
        yield Remedy(label, {"data.view": view, "data.size": int(size)}, "new_run", why)
