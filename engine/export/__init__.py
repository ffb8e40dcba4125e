"""What leaves the program: exports that are proven before they count, and the report card of a run."""

FORMATS = ("pth", "safetensors", "torch-export", "onnx", "onnx-int8")
