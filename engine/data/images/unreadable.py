"""Why a file gives no picture."""


class UnreadableImageError(Exception):
    """A file gives no picture; the message is a clause such as "the file is empty".

    ``kind`` is the same without this file's own figures, so that many files can be counted under it.
    """

    def __init__(self, message: str, kind: str = "") -> None:
        super().__init__(message)
        self.kind = kind or message
