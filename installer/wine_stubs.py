"""C sources of small DLLs for calls of Windows that Qt and torch make and Wine 8 lacks; each says no."""

_COLOUR = """OpenColorProfileW CloseColorProfile GetColorDirectoryW WcsCreateIccProfile GetColorProfileFromHandle
WcsGetDefaultColorProfile WcsGetDefaultColorProfileSize"""

_CONVERTERS = """ucnv_close UCNV_FROM_U_CALLBACK_SUBSTITUTE UCNV_TO_U_CALLBACK_SUBSTITUTE ucnv_reset ucnv_getMaxCharSize
ucnv_getToUCallBack ucnv_getFromUCallBack ucnv_setToUCallBack ucnv_setFromUCallBack ucnv_cbToUWriteUChars
ucnv_cbFromUWriteUChars ucnv_toUnicode ucnv_fromUnicode ucnv_toUCountPending ucnv_countAvailable
ucnv_getAvailableName ucnv_getStandardName ucnv_getName"""

# Qt asks for the error, and then uses the converters that it has itself.
_OPEN = "__declspec(dllexport) void *ucnv_open(const char *name, int *error) { if (error) *error = 4; return 0; }\n"

_RANDOM = """__declspec(dllimport) unsigned char SystemFunction036(void *, unsigned long);
__declspec(dllexport) int ProcessPrng(void *to, unsigned long long bytes)
{ return SystemFunction036(to, (unsigned long)bytes); }
"""


def _saying_no(names: str) -> str:
    return "".join(f"__declspec(dllexport) void *{name}(void) {{ return 0; }}\n" for name in names.split())


# DLL -> C source, libraries to link.
SOURCES: dict[str, tuple[str, tuple[str, ...]]] = {
    "icuuc": (_saying_no(_CONVERTERS) + _OPEN, ()),
    "mscms": (_saying_no(_COLOUR), ()),
    "bcryptprimitives": (_RANDOM, ("-ladvapi32",)),
}
