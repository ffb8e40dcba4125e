"""Which pixels a patch cell sees, and how the cells of one network map onto those of another."""

from collections.abc import Iterable
from dataclasses import dataclass

from torch import Tensor
from torch.nn import functional

from engine.errors import GeometryError


@dataclass(frozen=True, slots=True)
class PatchGeometry:
    """Along either axis, cell i sees the pixels stride * i + offset .. stride * i + offset + field - 1."""

    field: int
    stride: int
    offset: int = 0

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

    def cells(self, pixels: int) -> int:
        """Number of cells that an axis of that many pixels gives; 0 where not even one fits."""
        return max(0, (pixels - self.offset - self.field) // self.stride + 1)

    def span(self, cell: int) -> tuple[int, int]:
        """First and last pixel that a cell sees."""
        first = self.stride * cell + self.offset
        return first, first + self.field - 1


@dataclass(frozen=True, slots=True)
class Alignment:
    """Teacher cell i covers the student cells stride * i + offset .. stride * i + offset + kernel - 1."""

    kernel: int
    stride: int
    offset: int

    def whole_cells(self, student_cells: int) -> int:
        """Number of leading teacher cells that so many student cells on an axis cover completely."""
        return max(0, (student_cells - self.offset - self.kernel) // self.stride + 1)


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
    if first < 0:
        raise GeometryError(
            "The teacher's first patch begins before the student's first, so the maps cannot be matched.",
            "Choose networks whose first patch begins at the same pixel.",
        )
    return Alignment(kernel=last - first + 1, stride=teacher.stride // student.stride, offset=first)


def align(student_map: Tensor, matching: Alignment, teacher_size: tuple[int, int]) -> Tensor:
    """Student map (B, 1, H, W) averaged onto the teacher's cells (B, 1, h, w), with (h, w) = teacher_size.

    Both maps must come from the same pixels. Every student cell wholly inside a teacher cell then exists, so
    the result has exactly the teacher's size; student cells past the teacher's last are left out. A map too
    small for that comes from other pixels and raises GeometryError.
    """
    height, width = student_map.shape[-2:]
    possible = (matching.whole_cells(height), matching.whole_cells(width))
    if possible[0] < teacher_size[0] or possible[1] < teacher_size[1]:
        raise GeometryError(
            f"The student's map of {height} x {width} cells covers only {possible[0]} x {possible[1]} of the "
            f"teacher's {teacher_size[0]} x {teacher_size[1]} cells, so the two come from different pixels.",
            "Give the student and the teacher the same image.",
        )
    inside = student_map[..., matching.offset :, matching.offset :]
    averaged = functional.avg_pool2d(inside, matching.kernel, matching.stride)
    return averaged[..., : teacher_size[0], : teacher_size[1]]
