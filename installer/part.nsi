; A further part of the installer, where one file cannot hold everything: it unpacks its files and leaves. The installer
; runs it with /D=. Built by nsis.py, which defines NAME, VERSION, OUT, ICON and FILES.
Unicode true
SetCompressor /SOLID lzma
SetCompressorDictSize 32 ; at 64, the 32-bit makensis of Windows finds no memory
RequestExecutionLevel user
ManifestLongPathAware true
SilentInstall silent
!include LogicLib.nsh
Name "${NAME} ${VERSION}"
OutFile "${OUT}"
Icon "${ICON}"
InstallDir "$TEMP\${NAME} part" ; so that /D= is heeded

Section
  ClearErrors
  SetOverwrite on
  !include "${FILES}"
  ${If} ${Errors}
    SetErrorLevel 3
    Abort
  ${EndIf}
SectionEnd
