"""From a map of patch logits to one logit per image."""

import math
from typing import Literal, get_args

from torch import Tensor

from engine.errors import EngineError, GeometryError

PoolingMethod = Literal["mean", "topk_mean", "topk_max"]


def pool(patch_logits: Tensor, method: PoolingMethod, ratio: float = 0.1, minimum: int = 5) -> Tensor:
    """(B, 1, H, W) patch logits to (B,) image logits.

    "mean" is the published score. "topk_mean" is the mean of the k largest cells, where k is
    max(minimum, ceil(ratio * H * W)) and at most H * W; "topk_max" is the largest, whatever k is.
    """
    cells = patch_logits.flatten(start_dim=1)
    if cells.shape[1] == 0:
        raise GeometryError("The image is too small for the network: it gives no patch.", "Use larger images.")
    if method == "mean":
        return cells.mean(dim=1)
    if method == "topk_max":
        return cells.amax(dim=1)
    if method == "topk_mean":
        return cells.topk(number_of_cells(cells.shape[1], ratio, minimum), dim=1, sorted=False).values.mean(dim=1)
    raise EngineError(f"There is no pooling named {method!r}.", f"Choose one of {', '.join(get_args(PoolingMethod))}.")


def number_of_cells(cells: int, ratio: float, minimum: int) -> int:
    """How many cells the top-k pooling takes out of so many."""
    return min(cells, max(minimum, math.ceil(ratio * cells)))
