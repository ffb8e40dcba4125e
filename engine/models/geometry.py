"""Which pixels a patch cell sees, and how the cells of one network map onto those of another."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn import functional

from engine.errors import GeometryError


@dataclass(frozen=True, slots=True)
class PatchGeometry:
    """Along either axis, cell i sees the pixels stride * i + offset .. stride * i + offset + field - 1.

    ``reach`` pixels before and after them must lie in the picture, too, as a filter looks at them.
    """

    field: int
    stride: int
    offset: int = 0
    reach: int = 0

    @classmethod
    def of_layers(cls, layers: Iterable[tuple[int, int]]) -> "PatchGeometry":
        """Geometry of unpadded convolutions given as (kernel, stride), first layer first."""
        geometry = cls(field=1, stride=1)
        for kernel, stride in layers:
            geometry = geometry.then(cls(field=kernel, stride=stride))
        return geometry

    def then(self, following: "PatchGeometry") -> "PatchGeometry":
        """Geometry of this network followed by another that reads this one's cells as its pixels."""
        return PatchGeometry(
            field=self.field + self.stride * (following.field - 1),
            stride=self.stride * following.stride,
            offset=self.offset + self.stride * following.offset,
        )

    def within(self, reach: int) -> "PatchGeometry":
        """Without the cells at the rim for which a filter would look beyond the picture."""
        return replace(self, offset=self.offset + -(-reach // self.stride) * self.stride, reach=reach)

    @property
    def least_side(self) -> int:
        """Pixels that an axis must have for a single cell."""
        return self.offset + self.field + self.reach

    def cells(self, pixels: int) -> int:
        """Number of cells that an axis of that many pixels gives; 0 where not even one fits."""
        return max(0, (pixels - self.least_side) // self.stride + 1)

    def span(self, cell: int) -> tuple[int, int]:
        """First and last pixel that a cell sees."""
        first = self.stride * cell + self.offset
        return first, first + self.field - 1


@dataclass(frozen=True, slots=True)
class Alignment:
    """Teacher cell i covers the student cells stride * i + offset .. stride * i + offset + kernel - 1.

    Of those ``rim`` may be missing at either end of an axis, where the student's filter would look beyond the picture.
    """

    kernel: int
    stride: int
    offset: int
    rim: int = 0

    def whole_cells(self, student_cells: int) -> int:
        """Number of leading teacher cells that so many student cells on an axis cover, but for what the rim takes."""
        return max(0, (student_cells + self.rim - self.offset - self.kernel) // self.stride + 1)

    def missing(self, student_cells: int, teacher_cells: int) -> tuple[int, int]:
        """How many student cells are missing before the first and after the last."""
        last = self.stride * (teacher_cells - 1) + self.offset + self.kernel
        return max(0, -self.offset), max(0, last - student_cells)


def alignment(student: PatchGeometry, teacher: PatchGeometry) -> Alignment:
    """Student cells that lie wholly inside each teacher cell: as many, and placed the same, in all of them.

    Raises GeometryError where the strides do not divide, no student cell fits, or the first teacher cell
    would need student cells before the first.
    """
    if teacher.stride % student.stride:
        raise GeometryError(
            f"The teacher gives a patch every {teacher.stride} pixels and the student every "
            f"{student.stride}, so their patches cannot be matched: the first stride must be a multiple of the second.",
            "Choose a student whose stride divides the teacher's.",
        )
    first = -(-(teacher.offset - student.offset) // student.stride)
    last = (teacher.offset + teacher.field - student.offset - student.field) // student.stride
    if last < first:
        raise GeometryError(
            f"No patch of the student ({student.field} pixels wide) fits inside a patch of the teacher "
            f"({teacher.field} pixels wide), so there is nothing to compare.",
            "Choose a teacher with a larger receptive field or a student with a smaller one.",
        )
    rim = -(-student.reach // student.stride)
    if first < -rim:
        raise GeometryError(
            "The teacher's first patch begins before the student's first, so the maps cannot be matched.",
            "Choose networks whose first patch begins at the same pixel.",
        )
    return Alignment(kernel=last - first + 1, stride=teacher.stride // student.stride, offset=first, rim=rim)


def align(student_map: Tensor, matching: Alignment, teacher_size: tuple[int, int]) -> Tensor:
    """Student map (B, 1, H, W) averaged onto the teacher's cells (B, 1, h, w), with (h, w) = teacher_size.

    Both maps must come from the same pixels. Every student cell wholly inside a teacher cell then exists, so
    the result has exactly the teacher's size; student cells past the teacher's last are left out. For a cell that is
    missing at the rim its neighbour stands in. A map too small for that comes from other pixels and raises
    GeometryError.
    """
    height, width = student_map.shape[-2:]
    possible = (matching.whole_cells(height), matching.whole_cells(width))
    if possible[0] < teacher_size[0] or possible[1] < teacher_size[1]:
        raise GeometryError(
            f"The student's map of {height} x {width} cells covers only {possible[0]} x {possible[1]} of the "
            f"teacher's {teacher_size[0]} x {teacher_size[1]} cells, so the two come from different pixels.",
            "Give the student and the teacher the same image.",
        )
    for axis, cells in zip((-2, -1), teacher_size, strict=True):
        student_map = extended(student_map, axis, *matching.missing(student_map.shape[axis], cells))
    inside = student_map[..., max(0, matching.offset) :, max(0, matching.offset) :]
    averaged = functional.avg_pool2d(inside, matching.kernel, matching.stride)
    return averaged[..., : teacher_size[0], : teacher_size[1]]


def extended(maps: Tensor, axis: int, before: int, after: int) -> Tensor:
    """Maps with the first and last cell of an axis repeated so often; torch's own way has no fixed order on a GPU."""
    length = maps.shape[axis]
    first, last = maps.narrow(axis, 0, 1), maps.narrow(axis, length - 1, 1)
    return torch.cat([*[first] * before, maps, *[last] * after], axis) if before or after else maps
