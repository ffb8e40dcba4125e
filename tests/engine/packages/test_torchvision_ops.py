"""torchvision can be imported and used whichever torch it was compiled for."""

import subprocess
import sys

import torch

from engine.packages.torchvision_ops import import_torchvision


def test_transforms_work_in_a_fresh_interpreter() -> None:
    """A fresh one, because only the first import can fail."""
    program = (
        "import torch\n"
        "from engine.packages.torchvision_ops import import_torchvision\n"
        "v2 = import_torchvision().transforms.v2\n"
        "image = torch.arange(12, dtype=torch.uint8).view(1, 3, 4)\n"
        "assert torch.equal(v2.functional.horizontal_flip(image), image.flip(-1))\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)


def test_second_call_gives_the_same_package() -> None:
    torchvision = import_torchvision()
    assert import_torchvision() is torchvision
    blurred = torchvision.transforms.v2.functional.gaussian_blur(torch.eye(9)[None], [3, 3])
    assert 0 < float(blurred[0, 4, 4]) < 1
