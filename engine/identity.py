"""The names by which Windows, the installer and a second start of the program know it."""

APP_ID = "PatchDistill.PatchDistill"
RUNNING_MUTEX = "PatchDistill-Running"  # exists while any process of the program runs: the installer looks for it
PROJECT_SUFFIX = ".patchdistill"
PROJECT_SUFFIXES = (PROJECT_SUFFIX, ".toml")
