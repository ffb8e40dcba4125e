"""What the parsers of files raise: files may be cut, damaged, or written by anybody, and none of it is a fault of ours.

Each set is caught wherever a file of its kind is read, together with OSError for the file itself, so that what a parser
turns out to raise is added in one place.
"""

import csv
import lzma
import sqlite3
import struct
import tokenize
import zipfile
import zlib

TEXT_ERRORS = (ValueError, RecursionError)
"""JSON and TOML: syntax, no UTF-8, a number of more digits than Python reads; brackets within brackets without end."""

EVENT_ERRORS = (ValueError,)
"""A line of events.jsonl: pydantic's ValidationError is one of these, whatever is wrong with the line."""

CSV_ERRORS = (csv.Error, UnicodeError)
"""A table: a quote without end, a value of more than 128 KB, a zero byte; no UTF-8."""

ARRAY_ERRORS = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError),  # cut or damaged
    *(NotImplementedError, RuntimeError),  # a way of packing that Python lacks, or a password
    *(ValueError, KeyError, TypeError, AttributeError, tokenize.TokenError, SyntaxError),  # no array, or not its header
    *(OverflowError, MemoryError),  # an array larger than any
)
"""NumPy's npz, a zip archive of arrays."""

SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError, OverflowError)
"""A database; the second where SQLite quotes from a damaged file what is no text, the third for a number too large."""
