"""What this program wrote is read again, and nothing that only seems to be of its making."""

from pathlib import Path

import pytest
import torch

from engine.torch_file import load_own


def test_a_tensor_that_repeats_one_number_without_end_is_refused_wherever_it_lies(tmp_path: Path) -> None:
    content: list[object] = [{"state": ({"left_out": torch.zeros(1).expand(2**28)},)}]
    content.append(content)
    torch.save(content, tmp_path / "a.pt")
    with pytest.raises(ValueError, match="claims 268,435,456 numbers, and the file holds fewer"):
        load_own(tmp_path / "a.pt")
    torch.save([torch.zeros(1, 8).expand(8, 8)], tmp_path / "b.pt")
    assert load_own(tmp_path / "b.pt")
