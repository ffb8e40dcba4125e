"""Patch geometry and alignment, against a brute-force listing of the pixels that each cell sees."""

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn import functional

from engine.errors import GeometryError
from engine.models.geometry import Alignment, PatchGeometry, align, alignment
from engine.models.ladeda import WIDE_BOTTLENECKS, LaDeDa
from engine.models.tiny_ladeda import TinyLaDeDa

LAYERS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 3)), max_size=5)
STUDENT = PatchGeometry(field=5, stride=2)


def pixels_seen(layers: list[tuple[int, int]], pixels: int) -> list[set[int]]:
    """The pixels behind every output cell of unpadded convolutions, followed one by one."""
    seen = [{pixel} for pixel in range(pixels)]
    for kernel, stride in layers:
        starts = range(0, len(seen) - kernel + 1, stride)
        seen = [set().union(*seen[start : start + kernel]) for start in starts]
    return seen


def cells_inside(student: PatchGeometry, teacher: PatchGeometry, cell: int, pixels: int) -> list[int]:
    """Student cells wholly inside a teacher cell, by trying each."""
    first, last = teacher.span(cell)
    spans = [student.span(index) for index in range(student.cells(pixels))]
    return [index for index, (start, end) in enumerate(spans) if first <= start and end <= last]


@given(layers=LAYERS, pixels=st.integers(0, 120))
@settings(max_examples=200, deadline=None)
def test_geometry_is_that_of_the_pixels_followed_one_by_one(layers: list[tuple[int, int]], pixels: int) -> None:
    geometry = PatchGeometry.of_layers(layers)
    seen = pixels_seen(layers, pixels)
    assert geometry.cells(pixels) == len(seen)
    for cell, behind in enumerate(seen):
        assert geometry.span(cell) == (min(behind), max(behind))


@given(first=LAYERS, second=LAYERS)
def test_composition_is_the_geometry_of_all_layers(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    composed = PatchGeometry.of_layers(first).then(PatchGeometry.of_layers(second))
    assert composed == PatchGeometry.of_layers(first + second)


def test_offsets_compose_in_pixels() -> None:
    cropped = PatchGeometry(field=3, stride=2, offset=1).then(PatchGeometry(field=3, stride=2, offset=1))
    assert cropped == PatchGeometry(field=7, stride=4, offset=3)


GEOMETRIES = st.builds(PatchGeometry, st.integers(1, 12), st.sampled_from([1, 2, 4, 8]), st.integers(0, 6))


@given(student=GEOMETRIES, teacher=GEOMETRIES, pixels=st.integers(40, 100))
@settings(max_examples=400, deadline=None)
def test_alignment_names_exactly_the_cells_inside(student: PatchGeometry, teacher: PatchGeometry, pixels: int) -> None:
    inside = [cells_inside(student, teacher, cell, pixels) for cell in range(teacher.cells(pixels))]
    try:
        matching = alignment(student, teacher)
    except GeometryError:
        numbers = {len(cells) for cells in inside}
        assert teacher.stride % student.stride or 0 in numbers or len(numbers) > 1
        return
    for cell, expected in enumerate(inside):
        start = matching.stride * cell + matching.offset
        assert list(range(start, start + matching.kernel)) == expected
    assert matching.whole_cells(student.cells(pixels)) >= teacher.cells(pixels)


@given(field=st.sampled_from(sorted(WIDE_BOTTLENECKS)), height=st.integers(33, 90), width=st.integers(33, 90))
@settings(max_examples=40, deadline=None)
def test_aligned_cell_is_the_mean_of_the_student_cells_inside(field: int, height: int, width: int) -> None:
    teacher = PatchGeometry(field=field, stride=8)
    student_map = torch.randn(2, 1, STUDENT.cells(height), STUDENT.cells(width), dtype=torch.float64)
    size = (teacher.cells(height), teacher.cells(width))
    aligned = align(student_map, alignment(STUDENT, teacher), size)
    assert aligned.shape == (2, 1, *size)
    for row, column in {(0, 0), (size[0] - 1, size[1] - 1), (size[0] // 2, 0)}:
        rows = cells_inside(STUDENT, teacher, row, height)
        columns = cells_inside(STUDENT, teacher, column, width)
        expected = student_map[..., rows, :][..., columns].mean((-1, -2))
        torch.testing.assert_close(aligned[..., row, column], expected)


def test_published_pair() -> None:
    matching = alignment(TinyLaDeDa().geometry, LaDeDa(9, 4, (1, 1, 1, 1)).geometry)
    assert matching == Alignment(kernel=3, stride=4, offset=0)
    student_map = torch.randn(1, 1, 126, 126)
    aligned = align(student_map, matching, (31, 31))
    assert torch.equal(aligned, functional.avg_pool2d(student_map, 3, 4))


@pytest.mark.parametrize("field", WIDE_BOTTLENECKS)
@pytest.mark.parametrize("size", [(64, 64), (53, 71)])
def test_real_networks_align_on_any_image(field: int, size: tuple[int, int]) -> None:
    student, teacher = TinyLaDeDa(4).eval(), LaDeDa(field, 4, (1, 1, 1, 1)).eval()
    images = torch.randn(1, 3, *size)
    teacher_map = teacher(images)
    matching = alignment(student.geometry, teacher.geometry)
    aligned = align(student(images), matching, (teacher_map.shape[2], teacher_map.shape[3]))
    assert aligned.shape == teacher_map.shape


@pytest.mark.parametrize(("student", "teacher", "kernel"), [(5, 9, 1), (9, 17, 2), (9, 33, 4), (9, 9, 1)])
def test_two_large_networks_align(student: int, teacher: int, kernel: int) -> None:
    networks = [LaDeDa(field, 4, (1, 1, 1, 1)) for field in (student, teacher)]
    matching = alignment(networks[0].geometry, networks[1].geometry)
    assert matching == Alignment(kernel=kernel, stride=1, offset=0)


@pytest.mark.parametrize(
    ("student", "teacher", "words"),
    [
        (PatchGeometry(5, 3), PatchGeometry(9, 8), "every 8 pixels and the student every 3"),
        (PatchGeometry(9, 8), PatchGeometry(5, 2), "every 2 pixels and the student every 8"),
        (PatchGeometry(9, 8), PatchGeometry(5, 8), "No patch of the student"),
        (PatchGeometry(3, 2, 4), PatchGeometry(9, 8), "begins before the student's first"),
    ],
)
def test_pairs_that_cannot_be_matched_are_named(student: PatchGeometry, teacher: PatchGeometry, words: str) -> None:
    with pytest.raises(GeometryError, match=words) as refusal:
        alignment(student, teacher)
    assert refusal.value.remedy


def test_maps_of_different_images_are_refused() -> None:
    with pytest.raises(GeometryError, match="62 x 62 cells covers only 15 x 15"):
        align(torch.zeros(1, 1, 62, 62), Alignment(3, 4, 0), (31, 31))
