"""Leaves out pictures without labels that the run has already: above all those that it is judged on."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.control import RunControl
from engine.data.listing.image_list import ImageList
from engine.data.listing.left_out import JUDGED_ALREADY, LEARNED_ALREADY, SHOWN_ALREADY, TWICE
from engine.data.scan.duplicates import copies
from engine.data.scan.related import pairs_with_first


@dataclass(frozen=True, slots=True)
class Fresh:
    """Pictures without labels that are nowhere else, and those that are left out, by (kind, reason)."""

    images: ImageList
    left_out: dict[tuple[str, str], ImageList]


def fresh(unlabelled: ImageList, judged: ImageList, train: ImageList, control: RunControl) -> Fresh:
    """Each picture once: none of ``judged`` (by content, or by what tells that images show the same), none twice."""
    reasons = dict(_reasons(unlabelled, judged, train, control)) if len(unlabelled) else {}
    left_out, taken = {}, np.zeros(len(unlabelled), bool)
    for reason, found in reasons.items():
        if (new := found & ~taken).any():
            left_out[reason] = unlabelled.take(new)
        taken |= found
    return Fresh(unlabelled.take(~taken), left_out)


def _reasons(
    unlabelled: ImageList, judged: ImageList, train: ImageList, control: RunControl
) -> Iterator[tuple[tuple[str, str], NDArray[np.bool_]]]:
    """Which of the unlabelled (N,) each reason is for, the gravest first."""
    known = judged + train
    first = copies(known + unlabelled, control)[len(known) :]
    yield JUDGED_ALREADY, first < len(judged)
    shown = np.zeros(len(unlabelled), bool)
    shown[pairs_with_first((judged, unlabelled))[:, 1] - len(judged)] = True
    yield SHOWN_ALREADY, shown
    yield LEARNED_ALREADY, (first >= len(judged)) & (first < len(known))
    yield TWICE, (first >= len(known)) & (first < len(known) + np.arange(len(unlabelled)))
