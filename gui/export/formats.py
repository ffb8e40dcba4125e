"""The formats of an export as rows of the dialog: what each is for, and what became of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from engine.errors import EngineError
from engine.number_words import figure
from gui.widgets.icons import set_icon
from gui.widgets.plain_text import TextLabel
from gui.widgets.theme import GRID, set_role
from gui.widgets.wrapped_label import WrappedLabel
from gui.words.plain_words import plain_words
from gui.words.translation import mark, tr

if TYPE_CHECKING:
    from engine.export.record import ExportedFile

DEFAULT_FORMAT = "pth"
OUTCOME_WIDTH = 92 * GRID
FORMATS = {
    "pth": (mark("PyTorch weights (.pth)"), mark("For PyTorch; the published Tiny-LaDeDa code loads it.")),
    "safetensors": (mark("safetensors"), mark("The same weights, with notes on filter, view and threshold.")),
    "torch-export": (mark("torch.export (.pt2)"), mark("A program for PyTorch: picture in, score and patch map out.")),
    "onnx": (mark("ONNX"), mark("The same for ONNX Runtime, in any batch and size; needs no PyTorch.")),
    "onnx-int8": (
        mark("ONNX in 8 bits"),
        mark("Audited on the validation images; saves little for so small a network."),
    ),
}


class FormatRow(QWidget):
    """A check box, its help, and below them what the export of this format came to."""

    def __init__(self, name: str) -> None:
        super().__init__()
        title, help_text = map(tr, FORMATS[name])
        self.box, self.outcome = QCheckBox(title), WrappedLabel(tr("Outcome of {format}", format=title))
        self.box.setChecked(name == DEFAULT_FORMAT)
        self.box.setAccessibleDescription(help_text)
        self.box.setMinimumWidth(24 * GRID)
        words, self._sign = TextLabel(help_text), TextLabel()
        set_role(words, "muted")
        self.outcome.setMinimumWidth(OUTCOME_WIDTH)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.box)
        first.addWidget(words, 1)
        second.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.outcome, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(first)
        layout.addLayout(second)
        self.clear()

    def clear(self) -> None:
        """Nothing has come of it yet."""
        self.outcome.clear()
        self.outcome.hide()
        self._sign.hide()

    def show_exported(self, item: "ExportedFile") -> None:
        """The figures of its proof."""
        self._show("good", "good", "", proven_words(item))

    def show_failed(self, error: EngineError) -> None:
        """Why there is no file."""
        self._show("error", "bad", "bad", f"{tr('Not written.')} {plain_words(error)}")

    def _show(self, sign: str, sign_role: str, role: str, text: str) -> None:
        set_icon(self._sign, sign, sign_role)
        set_role(self.outcome, role)
        self.outcome.setText(text)
        self.outcome.setMinimumHeight(self.outcome.height_needed())
        self.outcome.show()
        self._sign.show()


def proven_words(item: "ExportedFile") -> str:
    """Difference, AUC, size and speed in a sentence or two."""
    proof = item.proof
    difference = figure(proof.largest_difference)
    words = mark("largest difference {difference} over {images:,} images")
    if proof.auc_before is None:
        words = mark("largest difference {difference} over {images:,} made-up images")
    parts = [tr(words, difference=difference, images=proof.images)]
    if proof.auc_before is not None and proof.auc_after is not None:
        parts.append(tr("AUC {before:.4f} before, {after:.4f} after", before=proof.auc_before, after=proof.auc_after))
    parts.append(tr("{size:,.1f} kB", size=item.bytes / 1000))
    parts.append(tr("{time:.2f} ms an image", time=proof.latency_ms))
    if item.audit is not None:
        flips, images = item.audit.flips, item.audit.images
        parts.append(tr("{flips:,} of {images:,} decisions flip", flips=flips, images=images))
    lead = mark("{file}, audited: {figures}.") if item.audit else mark("{file}, proven: {figures}.")
    return tr(lead, file=item.file.name, figures=", ".join(parts))
