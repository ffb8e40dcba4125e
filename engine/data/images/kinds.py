"""Which picture files are read, and what to do about those that are not; free of decoders, so that a form can ask."""

READ: dict[str, tuple[str, ...]] = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo"),
    "PNG": (".png", ".apng"),
    "WebP": (".webp",),
    "HEIC": (".heic", ".heif", ".hif", ".heics", ".heifs"),
    "AVIF": (".avif", ".avifs"),
    "GIF": (".gif",),
    "BMP": (".bmp", ".dib"),
    "TIFF": (".tif", ".tiff"),
}
EXTENSIONS = frozenset(ending for endings in READ.values() for ending in endings)
IN_WORDS = " or ".join(", ".join(READ).rsplit(", ", 1))
DIALOG_PATTERN = f"Pictures ({' '.join(f'*{ending}' for endings in READ.values() for ending in endings)})"

NOT_A_PICTURE = "not a picture"
_NOT_READ: dict[str, str] = {
    "raw camera file, which is not read: develop it and save it as PNG or JPEG": (
        ".3fr .arw .cr2 .cr3 .crw .dcr .dng .erf .iiq .kdc .mef .mos .mrw .nef .nrw .orf .pef .raf .raw .rw2 .sr2 .srf "
        ".srw .x3f"
    ),
    "drawing without pixels: save it as PNG": ".ai .emf .eps .svg .svgz .wmf",
    "file of an image editor, which is not read: save it as PNG": ".afphoto .kra .psb .psd .xcf",
    "kind of picture that is not read: save it as PNG or JPEG": (
        ".bpg .cur .dds .exr .fit .fits .flif .hdp .hdr .icns .ico .j2c .j2k .jng .jp2 .jpc .jpf .jpx .jxl .jxr .mng "
        ".pam .pbm .pcd .pcx .pfm .pgm .pic .pict .pnm .ppm .qoi .ras .rgb .sgi .tga .wdp .xbm .xpm"
    ),
}
_REASONS = {ending: reason for reason, endings in _NOT_READ.items() for ending in endings.split()}


def why_not_read(ending: str) -> str:
    """The reason why files of this lower-case ending, which is none of EXTENSIONS, are left out."""
    return _REASONS.get(ending, NOT_A_PICTURE)
