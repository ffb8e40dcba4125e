"""A finished checkpoint, used: it sees images as it was trained to, and figures are those of its scores."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.control import RunControl, StopRequestedError
from engine.data.images.decoding import decode
from engine.data.images.views import judged_view
from engine.data.scan.image_list import ImageListBuilder, Origin
from engine.data.stores.array_cache import ArrayCache
from engine.data.stores.disk_store import StoredArray
from engine.errors import CheckpointError, DataError, SettingsError
from engine.evaluation.evaluate import Evaluation
from engine.evaluation.metrics import scores
from engine.events import DataScanned, Event, Progress, ScoredPicture
from engine.models.detector import PatchDetector
from engine.models.loading.recognition import load_detector
from engine.models.pooling import pool
from engine.models.student import build_student, publishable_state
from engine.models.tiny_ladeda import TinyLaDeDa
from engine.settings import RunSettings
from engine.settings.toml_file import load_settings
from engine.trained.scoring import Scorer, evaluate_folder, load_scorer, score_images
from tests.engine.helpers.tiny_data import SIDE, TinyData, write_images


def saved_student(folder: Path, *overrides: str) -> tuple[Path, PatchDetector, RunSettings]:
    """A random student, saved with the notes that a run of these settings leaves in it."""
    settings = load_settings(None, (f"data.size={SIDE}", *overrides))
    student = build_student(settings.student, seed=3).eval()
    torch.save(publishable_state(student, settings, {"step": 1}), folder / "student.pth")
    return folder / "student.pth", student, settings


def scored(scorer: Scorer, *paths: Path) -> dict[Path, float]:
    return readable(score_images(scorer, paths, RunControl(), lambda _event: None))


def readable(found: Sequence[ScoredPicture]) -> dict[Path, float]:
    return {Path(picture.path): picture.logit for picture in found if picture.logit is not None}


@pytest.mark.parametrize(
    "overrides",
    [
        (),
        ("data.view=crop", "data.size=48"),
        ("student.pooling=topk_mean", "student.topk_ratio=0.3"),
        ("student.pooling=topk_max", "student.input_filter=NPR"),
    ],
)
def test_a_student_sees_images_as_it_was_trained_to(
    overrides: tuple[str, ...], tiny_data: TinyData, tmp_path: Path
) -> None:
    path, student, settings = saved_student(tmp_path, *overrides)
    image = tiny_data.folder / "val" / "fake" / "05.png"
    view = torch.from_numpy(judged_view(decode(image, 1.0), settings.data).copy()).permute(2, 0, 1)[None]
    with torch.no_grad():
        expected = pool(student(view), settings.student.pooling, settings.student.topk_ratio)
    assert scored(load_scorer(path), image)[image] == pytest.approx(float(expected), rel=1e-5)


def test_a_teacher_is_scored_by_the_mean_of_its_map(tiny_data: TinyData) -> None:
    image = tiny_data.folder / "val" / "real" / "02.png"
    pixels = torch.from_numpy(decode(image, 1.0)).permute(2, 0, 1)[None]
    with torch.no_grad():
        expected = load_detector(tiny_data.teacher)(pixels).mean()
    assert scored(load_scorer(tiny_data.teacher, size=SIDE), image)[image] == pytest.approx(float(expected), rel=1e-5)


def test_what_is_told_goes_before_what_is_noted(tiny_data: TinyData, tmp_path: Path) -> None:
    path, _, _ = saved_student(tmp_path)
    image = tiny_data.folder / "val" / "real" / "02.png"
    told = [load_scorer(path), load_scorer(path, filter_name="raw"), load_scorer(path, size=48), load_scorer(path)]
    found = [scored(scorer, image)[image] for scorer in told]
    assert found[0] == found[3]
    assert len(set(found)) == 3


def test_bare_weights_are_seen_as_published(tmp_path: Path) -> None:
    torch.save(TinyLaDeDa(8).state_dict(), tmp_path / "bare.pth")
    scorer = load_scorer(tmp_path / "bare.pth")
    assert dict(scorer.view) == {"view": "resize", "size": 256}


def test_figures_are_those_of_the_scores(tiny_data: TinyData, tmp_path: Path) -> None:
    write_images(tmp_path, {"test/camera": 4, "test/scanner": 3})
    scorer, events = load_scorer(tiny_data.teacher, size=SIDE), list[Event]()
    result = evaluate_folder(scorer, tmp_path, RunControl(), events.append)
    logits = scored(scorer, tmp_path)
    labels = [int(path.parent.name == "fake") for path in logits]
    assert [entry.path for entry in result.entries] == list(logits)
    assert result.overall == scores(labels, list(logits.values()))
    assert result.overall.images == 14
    assert {name: figures.images for name, figures in result.by_source.items()} == {"camera": 8, "scanner": 6}
    assert [event.mapping for event in events if isinstance(event, DataScanned)] == [{"real": 0, "fake": 1}]
    ends = {event.task: (event.done, event.total) for event in events if isinstance(event, Progress)}
    assert ends == {"scan": (14, 14), "evaluation": (14, 14)}


def test_a_table_names_images_labels_and_sources(tiny_data: TinyData, tmp_path: Path) -> None:
    rows = [f"{tiny_data.folder / 'val' / name / '00.png'};{name};{name}s" for name in ("real", "fake")]
    table = tmp_path / "images.csv"
    table.write_text("\n".join(("Path;Label;Source", *rows)), encoding="utf-8-sig")
    result = evaluate_folder(load_scorer(tiny_data.teacher, size=SIDE), table, RunControl(), lambda _event: None)
    assert list(result.by_source) == ["fakes", "reals"]
    assert result.overall.images == 2


def test_scores_come_in_the_order_asked_for_and_do_not_depend_on_it(tiny_data: TinyData) -> None:
    scorer = load_scorer(tiny_data.teacher, size=SIDE)
    files = sorted((tiny_data.folder / "val" / "real").iterdir())
    forward, backward = scored(scorer, *files), scored(scorer, *files[::-1])
    assert list(backward) == list(forward)[::-1]
    assert backward == pytest.approx(forward, rel=1e-5)


def test_what_cannot_be_read_is_listed_and_the_rest_scored(tiny_data: TinyData, tmp_path: Path) -> None:
    scorer = load_scorer(tiny_data.teacher, size=SIDE)
    good = tiny_data.folder / "val" / "real" / "00.png"
    empty, cut = tmp_path / "empty.png", tmp_path / "cut.png"
    empty.touch()
    cut.write_bytes(good.read_bytes()[:300])
    found = score_images(scorer, (empty, good, cut), RunControl(), lambda _event: None)
    assert list(readable(found)) == [good]
    reasons = {Path(picture.path): picture.reason for picture in found if picture.reason}
    assert reasons.keys() == {empty, cut}
    assert reasons[empty] == "the file is empty"
    found = score_images(scorer, (empty,), RunControl(), lambda _event: None)
    assert [(picture.path, picture.logit, picture.probability) for picture in found] == [(str(empty), None, None)]


def test_an_evaluation_stops_where_too_much_cannot_be_read(tiny_data: TinyData, tmp_path: Path) -> None:
    write_images(tmp_path, {"test": 10})
    for path in sorted((tmp_path / "test" / "real").iterdir())[:2]:
        path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(DataError, match="2 of 20 images cannot be read"):
        evaluate_folder(load_scorer(tiny_data.teacher, size=SIDE), tmp_path, RunControl(), lambda _event: None)


def test_pictures_that_are_gone_through_once_are_not_kept_in_memory(
    tiny_data: TinyData, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[int] = []
    put = ArrayCache.put

    def watched(cache: ArrayCache, items: Sequence[tuple[bytes, StoredArray]]) -> None:
        put(cache, items)
        held.append(cache.held_bytes)

    monkeypatch.setattr(ArrayCache, "put", watched)
    scorer = load_scorer(saved_student(tmp_path)[0])
    scored(scorer, tiny_data.folder / "val")
    evaluate_folder(scorer, tiny_data.folder / "val", RunControl(), lambda _event: None)
    assert set(held) == {0}


def test_of_many_sources_no_image_is_compared_with_each() -> None:
    class Name(str):
        compared = 0
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            Name.compared += 1
            return str.__eq__(self, other)

    images = ImageListBuilder()
    for number in range(100):
        for label in (0, 1):
            images.add(
                Origin(f"{number}/{label}", label, Name(f"{99 - number:02}")), ["a", "b", "c", "d", "e"], [1] * 5
            )
    entries = images.built()
    found = Evaluation(entries, entries.labels.astype(np.float64), np.arange(1000.0))
    assert [(name, of.images) for name, of in found.by_source.items()] == [(f"{n:02}", 10) for n in range(100)]
    assert Name.compared < 1000
    assert found.places_by_source["98"].tolist() == list(range(10, 20))


def test_scoring_can_be_stopped(tiny_data: TinyData) -> None:
    control, seen = RunControl(), list[Event]()

    def emit(event: Event) -> None:
        seen.append(event)
        control.stop()

    with pytest.raises(StopRequestedError):
        score_images(load_scorer(tiny_data.teacher, size=SIDE), (tiny_data.folder,), control, emit)
    assert len(seen) == 1


@pytest.mark.parametrize("path", ["absent.png", "absent", "texts", "long" * 80])
def test_paths_without_a_picture(path: str, tiny_data: TinyData, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "note.txt").write_text("", encoding="utf-8")
    with pytest.raises(DataError):
        score_images(load_scorer(tiny_data.teacher), (tmp_path / path,), RunControl(), lambda _event: None)


def test_weights_whose_answers_are_no_numbers_are_told_as_broken(tiny_data: TinyData, tmp_path: Path) -> None:
    state = TinyLaDeDa().state_dict()
    state["bn1.running_var"] -= 2
    torch.save(state, tmp_path / "broken.pth")
    scorer = load_scorer(tmp_path / "broken.pth", size=SIDE)
    with pytest.raises(CheckpointError, match="no finite number for 20 of 20 images"):
        evaluate_folder(scorer, tiny_data.folder / "val", RunControl(), lambda _event: None)
    with pytest.raises(CheckpointError, match="no finite number for 20 of 20 images"):
        scored(scorer, tiny_data.folder / "val")


@pytest.mark.parametrize("threshold", ["high", None, float("nan")])
def test_a_noted_threshold_that_is_no_number_is_refused(threshold: object, tmp_path: Path) -> None:
    path, _, _ = saved_student(tmp_path)
    state = torch.load(path, weights_only=True)
    state._metadata["patchdistill"]["threshold"] = threshold
    torch.save(state, path)
    with pytest.raises(CheckpointError, match=r"student\.pth notes the threshold"):
        load_scorer(path)


def test_views_that_cannot_be_are_refused(tiny_data: TinyData, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no input filter sepia"):
        load_scorer(tiny_data.teacher, filter_name="sepia")
    with pytest.raises(SettingsError, match="size = 5"):
        load_scorer(tiny_data.teacher, size=5)
    path, _, _ = saved_student(tmp_path)
    state = torch.load(path, weights_only=True)
    for name, value in (("size", "huge"), ("pooling", "median"), ("topk_ratio", -1.0)):
        noted = dict(state._metadata["patchdistill"])
        state._metadata["patchdistill"] = noted | {name: value}
        torch.save(state, tmp_path / "odd.pth")
        with pytest.raises(SettingsError, match=name):
            load_scorer(tmp_path / "odd.pth")
        state._metadata["patchdistill"] = noted
    state._metadata["patchdistill"] |= {"filter": "sepia"}
    torch.save(state, tmp_path / "odd.pth")
    with pytest.raises(CheckpointError, match="sepia"):
        load_scorer(tmp_path / "odd.pth")


def test_sources_may_have_one_class_and_their_ranking_is_undefined(tiny_data: TinyData, tmp_path: Path) -> None:
    write_images(tmp_path, {"test/mixed": 2, "test/only": 2})
    for path in (tmp_path / "test" / "only" / "fake").iterdir():
        path.unlink()
    scorer = load_scorer(tiny_data.teacher, size=SIDE)
    figures = evaluate_folder(scorer, tmp_path, RunControl(), lambda _event: None).by_source
    assert figures["mixed"].auc is not None
    assert (figures["only"].auc, figures["only"].fake_accuracy) == (None, None)
    assert np.isfinite(figures["only"].accuracy or 0)
