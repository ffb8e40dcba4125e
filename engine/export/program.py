"""A detector as one program: RGB bytes in, and out patch map, image score, decision and aligned map."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.models.detector import PatchDetector
from engine.models.geometry import Alignment, extended
from engine.models.pooling import pool
from engine.settings import StudentSettings


class DetectorProgram(nn.Module):
    """What every export that carries its own arithmetic computes; `matching` lays the map over a teacher's cells.

    The same as detector and pooling, but where those decide by the image's size in a way that `torch.export` cannot
    keep open, this does it otherwise.
    """

    def __init__(
        self, detector: PatchDetector, pooling: StudentSettings, threshold: float, matching: Alignment | None = None
    ) -> None:
        super().__init__()
        self.detector = detector
        self.pooling = pooling
        self.threshold = threshold
        self.matching = matching

    def forward(self, image: Tensor) -> dict[str, Tensor]:
        """uint8 (B, 3, H, W) to patch_map (B, 1, h, w), image_score (B,), is_fake (B,), and aligned_map if matched.

        Without what `engine.models.geometry.align` does at the end of an axis: Tiny-LaDeDa's whole cells are as many as
        LaDeDa's, whatever the image's size. A student whose patches do not fill the teacher's may have a row or column
        more, and one whose filter pads nothing lacks the last one where that would need the rim.
        """
        patch_map = self.detector.network(self._prepared(image))
        image_score = self._pooled(patch_map)
        outputs = {"patch_map": patch_map, "image_score": image_score, "is_fake": image_score > self.threshold}
        if self.matching is not None:
            first = self.matching.offset
            inside = extended(extended(patch_map, -2, max(0, -first), 0), -1, max(0, -first), 0)
            inside = inside[..., max(0, first) :, max(0, first) :]
            outputs["aligned_map"] = functional.avg_pool2d(inside, self.matching.kernel, self.matching.stride)
        return outputs

    def _prepared(self, image: Tensor) -> Tensor:
        if self.detector.filter_name != "NPR":
            return self.detector.prepare(image)
        pixels: Tensor = self.detector.normalise(image)
        rows, columns = (torch.arange(side) // 2 * 2 for side in image.shape[-2:])
        return pixels - pixels[:, :, rows][:, :, :, columns]

    def _pooled(self, patch_map: Tensor) -> Tensor:
        if self.pooling.pooling != "topk_mean":
            return pool(patch_map, self.pooling.pooling)
        cells = patch_map.flatten(start_dim=1)
        share = self.pooling.topk_ratio * cells.shape[1]
        whole = torch.sym_int(share)  # type: ignore[no-untyped-call]
        rounded_up = whole + torch.sym_ite(whole < share, 1, 0)  # type: ignore[no-untyped-call]
        at_least = torch.sym_max(self.pooling.topk_minimum, rounded_up)  # type: ignore[no-untyped-call]
        k = torch.sym_min(cells.shape[1], at_least)  # type: ignore[no-untyped-call]
        return cells.topk(k, dim=1, sorted=False).values.mean(dim=1)
