"""Signs what was built, where whoever builds has a certificate; without one nothing happens."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from installer.log import BuildError, run

CERTIFICATE, PASSWORD = "SIGNING_CERTIFICATE", "SIGNING_PASSWORD"  # environment: a .pfx file, and its password
TIME_STAMPS = "http://timestamp.digicert.com"  # so that signatures outlive the certificate
KITS = Path("C:/Program Files (x86)/Windows Kits/10/bin")


def sign(files: Sequence[Path], log: Path) -> bool:
    """Sign these programs with signtool of the Windows SDK; false where there is no certificate."""
    certificate = os.environ.get(CERTIFICATE)
    if not certificate:
        return False
    tool = shutil.which("signtool") or max(map(str, KITS.glob("*/x64/signtool.exe")), default="")
    if not tool:
        raise BuildError("There is a certificate, but no signtool. Install the Windows SDK, or put it on the PATH.")
    words = ["sign", "/f", certificate, "/p", os.environ.get(PASSWORD, ""), "/fd", "SHA256"]
    try:
        run([tool, *words, "/tr", TIME_STAMPS, "/td", "SHA256", *map(str, files)], 900, log)
    except BuildError:  # which would repeat the password
        raise BuildError(f"signtool failed. What it said: {log}") from None
    return True
