"""Lists pictures without labels: folders of any layout, and CSVs of paths; names of folders mean nothing."""

from pathlib import Path

from engine.control import RunControl
from engine.data.listing.csv_list import list_paths
from engine.data.listing.entries import NO_LABEL
from engine.data.listing.image_list import ImageListBuilder, Origin
from engine.data.listing.left_out import LeftOutFiles
from engine.data.listing.walking import PassedOver, image_folders, no_pictures


def list_unlabelled(
    root: Path, source: str, control: RunControl, images: ImageListBuilder, left_out: LeftOutFiles
) -> None:
    """Add all pictures of a folder or CSV, by path; DataError where there are none, or where it is no such table."""
    if not root.is_dir():
        list_paths(root, source, control, images)
        return
    passed, before = PassedOver(), len(images)
    for folder in image_folders(root, control, passed):
        origin = Origin(str(folder.path), NO_LABEL, source, below="/".join(folder.parts))
        images.add(origin, folder.names, folder.sizes)
    if len(images) == before:
        raise no_pictures(root, passed)
    for (_, kind, reason), count in passed.items():
        left_out.add("", kind, reason, count)
