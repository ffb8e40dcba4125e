"""Other programs read the ONNX export and say what the student says: OpenCV 4 and 5, onnx2torch, onnxruntime-node.

Each is installed on demand, into a folder of its own: `pytest --readers tests/engine/export/test_foreign_readers.py`.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from engine.export.onnx_graph import onnx_model
from engine.export.program import DetectorProgram
from engine.models.detector import PatchDetector
from engine.models.student import build_student
from engine.settings import StudentSettings

pytestmark = [pytest.mark.readers, pytest.mark.timeout(900)]

OPENCV = """
import sys, cv2, numpy as np
model, images, found = sys.argv[1:]
network = cv2.dnn.readNetFromONNX(model)
batch = np.load(images)
network.setInput(batch.astype(np.float32) if cv2.__version__ < "5" else batch, "image")
np.savez(found, **{name: network.forward(name) for name in ("patch_map", "image_score")})
"""
ONNX2TORCH = """
import sys, numpy as np, onnx, torch
from engine.packages.torchvision_ops import import_torchvision
import_torchvision()
import onnx2torch
model, images, found = sys.argv[1:]
graph = onnx.load(model)
with torch.no_grad():
    outputs = onnx2torch.convert(graph).eval()(torch.from_numpy(np.load(images)))
named = dict(zip([output.name for output in graph.graph.output], outputs))
np.savez(found, **{name: named[name].numpy() for name in ("patch_map", "image_score")})
"""
NODE = """
const ort = require("onnxruntime-node"), fs = require("fs");
const [model, images, shape, found] = process.argv.slice(2);
(async () => {
  const session = await ort.InferenceSession.create(model);
  const image = new ort.Tensor("uint8", new Uint8Array(fs.readFileSync(images)), shape.split(",").map(Number));
  const outputs = await session.run({ image });
  for (const name of ["patch_map", "image_score"])
  {
    const { buffer, byteOffset, byteLength } = outputs[name].data;
    fs.writeFileSync(`${found}.${name}`, Buffer.from(buffer, byteOffset, byteLength));
  }
})();
"""


@pytest.fixture(autouse=True)
def asked_for(request: pytest.FixtureRequest) -> None:
    """Packages are installed only where that was asked for."""
    if not request.config.getoption("--readers"):
        pytest.skip("other programs are installed with --readers alone")


Outputs = dict[str, NDArray[np.float32]]


@pytest.fixture(scope="module")
def images() -> NDArray[np.uint8]:
    return np.random.default_rng(0).integers(0, 256, (1, 3, 61, 90), dtype=np.uint8)


@pytest.fixture(scope="module")
def program() -> DetectorProgram:
    """A student as it is trained by default."""
    detector: PatchDetector = build_student(StudentSettings(), 0).eval()
    return DetectorProgram(detector, StudentSettings(), 0.1).eval()


@pytest.fixture(scope="module")
def exported(program: DetectorProgram, images: NDArray[np.uint8], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported")
    (folder / "student.onnx").write_bytes(onnx_model(program, {}).SerializeToString())
    np.save(folder / "images.npy", images)
    (folder / "images.bin").write_bytes(images.tobytes())
    return folder


def agree(found: Outputs, program: DetectorProgram, images: NDArray[np.uint8]) -> None:
    with torch.no_grad():
        wanted = program(torch.from_numpy(images))
    for name, values in found.items():
        told = wanted[name].numpy().ravel()
        np.testing.assert_allclose(values.ravel(), told, atol=1e-5 * max(1.0, float(np.ptp(told))))


def by_python(code: str, requirement: str, exported: Path, place: Path) -> Outputs:
    """What a script says that has this package, and beside it what these tests have."""
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(place / "packages")]
    subprocess.run([*pip, requirement], check=True)
    found = place / "found.npz"
    words = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(place / 'packages')!r})\n{code}"]
    subprocess.run([*words, str(exported / "student.onnx"), str(exported / "images.npy"), str(found)], check=True)
    with np.load(found) as outputs:
        return dict(outputs)


@pytest.mark.parametrize("version", ["4.11.0.86", "5.0.0.93"])
def test_opencv(
    version: str, exported: Path, program: DetectorProgram, images: NDArray[np.uint8], tmp_path: Path
) -> None:
    agree(by_python(OPENCV, f"opencv-python-headless=={version}", exported, tmp_path), program, images)


def test_onnx2torch(exported: Path, program: DetectorProgram, images: NDArray[np.uint8], tmp_path: Path) -> None:
    agree(by_python(ONNX2TORCH, "onnx2torch==1.5.15", exported, tmp_path), program, images)


@pytest.mark.skipif(shutil.which("npm") is None, reason="Node is not installed")
def test_onnxruntime_node(exported: Path, program: DetectorProgram, images: NDArray[np.uint8], tmp_path: Path) -> None:
    install = ["npm", "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", "onnxruntime-node"]
    subprocess.run(install, cwd=tmp_path, check=True)
    (tmp_path / "read.js").write_text(NODE, encoding="utf-8")
    shape = ",".join(map(str, images.shape))
    files = [str(exported / "student.onnx"), str(exported / "images.bin"), shape, str(tmp_path / "found")]
    subprocess.run(["node", "read.js", *files], cwd=tmp_path, check=True)
    names = ("patch_map", "image_score")
    agree({name: np.fromfile(tmp_path / f"found.{name}", np.float32) for name in names}, program, images)
