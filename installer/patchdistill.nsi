; The installer: for one user, without an administrator. Built by build.py, which defines
; VERSION, VERSION4 (four numbers), FOLDER (what PyInstaller made), OUT, ICON, SIDE (a picture), LICENCE, SIZE_KB, MUTEX and SUFFIX.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

!define NAME "PatchDistill"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define PROJECT "PatchDistill.Project"
!define USER_DATA "Your work stays: runs in $DOCUMENTS\PatchDistill or the folders that you chose, preferences, logs and caches (up to several GB) in $LOCALAPPDATA\PatchDistill."

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${VERSION4}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME} ${VERSION}, installer"
VIAddVersionKey "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_COMPONENTSPAGE_SMALLDESC
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "${NAME} ${VERSION} trains a tiny detector of generated pictures from a large one.$\r$\n$\r$\nIt is installed for you alone, so no administrator is needed. It opens no network connection. An older version is replaced; your runs and preferences stay."
!define MUI_FINISHPAGE_RUN "$INSTDIR\${NAME}.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Start ${NAME}"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
!define MUI_UNCONFIRMPAGE_TEXT_TOP "${NAME} will be removed. ${USER_DATA}"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Stops with exit code 2 while any process of the program lives: its files could be neither replaced nor removed.
!macro RefuseWhileRunning what
  retry_${what}:
  System::Call 'kernel32::OpenMutexW(i 0x00100000, i 0, w "${MUTEX}") p .r0'
  ${If} $0 P<> 0
    System::Call 'kernel32::CloseHandle(p r0)'
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} is running. Close it (a run that is going on is saved), then press Retry." /SD IDCANCEL IDRETRY retry_${what}
    SetErrorLevel 2
    Quit
  ${EndIf}
!macroend

; Only what the installer put there: the two programs and the folder beside them, never files of the user.
!macro RemoveFiles
  Delete "$INSTDIR\${NAME}.exe"
  Delete "$INSTDIR\patchdistill-cli.exe"
  Delete "$INSTDIR\LICENCE.txt"
  Delete "$INSTDIR\THIRD-PARTY-LICENCES.txt"
  RMDir /r "$INSTDIR\_internal"
!macroend

Function .onInit
  SetRegView 64
  !insertmacro RefuseWhileRunning install
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro RefuseWhileRunning uninstall
FunctionEnd

Section "${NAME}" main_section
  SectionIn RO
  SetShellVarContext current
  !insertmacro RemoveFiles ; an upgrade leaves nothing of the old version
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${FOLDER}/*"
  ${If} ${Errors}
    MessageBox MB_ICONSTOP "Files could not be written to $INSTDIR. Is the disk full, or does another program hold them? Nothing was registered; run the installer again." /SD IDOK
    SetErrorLevel 3
    Abort
  ${EndIf}
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${NAME}.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${NAME}.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
SectionEnd

Section "Open project files (${SUFFIX}) with ${NAME}" association_section
  WriteRegStr HKCU "Software\Classes\${SUFFIX}" "" "${PROJECT}"
  WriteRegStr HKCU "Software\Classes\${PROJECT}" "" "${NAME} project"
  WriteRegStr HKCU "Software\Classes\${PROJECT}\DefaultIcon" "" "$INSTDIR\${NAME}.exe,0"
  WriteRegStr HKCU "Software\Classes\${PROJECT}\shell\open\command" "" '"$INSTDIR\${NAME}.exe" "%1"'
  ${RefreshShellIcons}
SectionEnd

Section /o "Icon on the desktop" desktop_section
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${NAME}.exe"
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${main_section} "The program, with an entry in the start menu."
  !insertmacro MUI_DESCRIPTION_TEXT ${association_section} "A double click on a project opens it."
  !insertmacro MUI_DESCRIPTION_TEXT ${desktop_section} "An icon on the desktop, too."
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Section "Uninstall"
  SetShellVarContext current
  !insertmacro RemoveFiles
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR" ; stays where the user has put something into it
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\${SUFFIX}" ""
  ${If} $0 == "${PROJECT}"
    DeleteRegKey HKCU "Software\Classes\${SUFFIX}"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${PROJECT}"
  DeleteRegKey HKCU "${UNINSTALL}"
  ${RefreshShellIcons}
  DetailPrint "${USER_DATA}"
  MessageBox MB_ICONINFORMATION "${NAME} was removed. ${USER_DATA}" /SD IDOK
SectionEnd
