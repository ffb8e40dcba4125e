; The installer: for one user, without an administrator. Built by nsis.py, which defines NAME, VERSION, VERSION4 (four
; numbers), OUT, FILES (commands that unpack each file), PARTS (the files beside it), ICON, SIDE (a picture), LICENCE,
; SIZE_KB, MUTEX, SUFFIX, APP_ID and MANIFEST. It is a 32-bit program, which is what NSIS itself comes with; what it
; installs is not.
Unicode true
SetCompressor /SOLID lzma
SetCompressorDictSize 32 ; at 64, the 32-bit makensis of Windows finds no memory
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinMessages.nsh
!include x64.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define PROJECT "${NAME}.Project"
!define CLI "patchdistill-cli.exe"
!define USER_DATA "Your work stays: runs in $DOCUMENTS\${NAME} or the folders that you chose, preferences, logs and caches (up to several GB) in $LOCALAPPDATA\${NAME}."

; Exit codes of a silent call, as installer/README.md says.
!define RUNNING 2
!define FAILED 3
!define REFUSED 4

Var Former ; folder of the copy that Windows knows, where it is another one than $INSTDIR
Var Left ; how many files could not be removed
Var Removed

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
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE RefuseForeignFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!include "installed_files.nsh"
!include "search_path.nsh"
!include "shortcut.nsh"

; Stops while any process of the program lives: its files could be neither replaced nor removed.
!macro RefuseWhileRunning what
  retry_${what}:
  System::Call 'kernel32::OpenMutexW(i 0x00100000, i 0, w "${MUTEX}") p .r0'
  ${If} $0 P<> 0
    System::Call 'kernel32::CloseHandle(p r0)'
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME} is running. Close it (a run that is going on is saved), then press Retry." /SD IDCANCEL IDRETRY retry_${what}
    SetErrorLevel ${RUNNING}
    Quit
  ${EndIf}
!macroend

Function RefuseForeignFolder
  Call FolderIsFree
  ${If} $R0 == 0
    MessageBox MB_ICONEXCLAMATION "$INSTDIR is not empty, and its files are not those of ${NAME} (or of a version that kept no list of its files: remove that one first, in the settings of Windows). Choose an empty or a new folder." /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

Function .onInit
  SetRegView 64
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "${NAME} needs a 64-bit Windows." /SD IDOK
    SetErrorLevel ${REFUSED}
    Quit
  ${EndIf}
  !insertmacro RefuseWhileRunning install
  Call KeepChoices
  ${If} ${Silent}
    Call FolderIsFree
    ${If} $R0 == 0
      SetErrorLevel ${REFUSED}
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetRegView 64
  !insertmacro RefuseWhileRunning uninstall
FunctionEnd

!macro StopOnErrors
  ${If} ${Errors}
    MessageBox MB_ICONSTOP "Files could not be written to $INSTDIR. Is the disk full, or does another program hold them? Nothing was registered; run the installer again." /SD IDOK
    SetErrorLevel ${FAILED}
    Abort
  ${EndIf}
!macroend

; Runs a file beside the installer, unless its hash is another than the one that was built with it.
!macro UnpackPart name hash
  StrCpy $R0 "$EXEDIR\${name}"
  DetailPrint "Unpacking ${name}"
  Call HashOfFile
  ${If} $R1 != "${hash}"
    MessageBox MB_ICONSTOP "${name} is missing beside the installer, or it is damaged (its SHA-256 differs). Copy or download it again into $EXEDIR, then run the installer again." /SD IDOK
    SetErrorLevel ${FAILED}
    Abort
  ${EndIf}
  ClearErrors
  ExecWait '"$R0" /S /D=$INSTDIR' $0
  ${If} $0 != 0
    SetErrors
  ${EndIf}
  !insertmacro StopOnErrors
!macroend

Section "${NAME}" main_section
  SectionIn RO
  SetShellVarContext current
  ReadRegStr $Former HKCU "${UNINSTALL}" "InstallLocation"
  StrCpy $Left 0
  StrCpy $R0 $INSTDIR
  Call RemoveListed
  ${If} $Left > 0
    SetErrors
  ${EndIf}
  !insertmacro StopOnErrors
  ; The list of another copy is still there now, however its folder is written.
  ${IfNot} ${FileExists} "$Former\${MANIFEST}"
    StrCpy $Former ""
  ${EndIf}
  ClearErrors
  SetOverwrite on
  !include "${FILES}"
  !insertmacro StopOnErrors
  !include "${PARTS}"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  ${If} $Former != ""
    StrCpy $R0 $Former
    Call RemoveListed
    Delete "$Former\Uninstall.exe"
    RMDir "$Former" ; stays where the user has put something into it
    StrCpy $R0 $Former
    Call RemoveFromSearchPath
  ${EndIf}
  StrCpy $R0 $INSTDIR
  Call RemoveFromSearchPath
  !insertmacro Shortcut "$SMPROGRAMS\${NAME}.lnk"
  ${If} ${FileExists} "$DESKTOP\${NAME}.lnk"
    !insertmacro Shortcut "$DESKTOP\${NAME}.lnk"
  ${EndIf}
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${NAME}.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  ; With _?= it does not hand over to a copy of itself, so that whoever calls it gets its exit code.
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S _?=$INSTDIR'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "OnSearchPath" 0
SectionEnd

Section "Open project files (${SUFFIX}) with ${NAME}" association_section
  WriteRegStr HKCU "Software\Classes\${SUFFIX}" "" "${PROJECT}"
  WriteRegStr HKCU "Software\Classes\${PROJECT}" "" "${NAME} project"
  WriteRegStr HKCU "Software\Classes\${PROJECT}" "AppUserModelID" "${APP_ID}" ; for the jump list
  WriteRegStr HKCU "Software\Classes\${PROJECT}\DefaultIcon" "" "$INSTDIR\${NAME}.exe,0"
  WriteRegStr HKCU "Software\Classes\${PROJECT}\shell\open\command" "" '"$INSTDIR\${NAME}.exe" "%1"'
  ${RefreshShellIcons}
SectionEnd

Section /o "Icon on the desktop" desktop_section
  !insertmacro Shortcut "$DESKTOP\${NAME}.lnk"
SectionEnd

Section /o "Command line: ${CLI} in every console (PATH)" path_section
  StrCpy $R0 $INSTDIR
  Call AddToSearchPath
  WriteRegDWORD HKCU "${UNINSTALL}" "OnSearchPath" 1
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${main_section} "The program, with an entry in the start menu."
  !insertmacro MUI_DESCRIPTION_TEXT ${association_section} "A double click on a project opens it."
  !insertmacro MUI_DESCRIPTION_TEXT ${desktop_section} "An icon on the desktop, too."
  !insertmacro MUI_DESCRIPTION_TEXT ${path_section} "Adds the program's folder to your PATH, so that a console finds ${CLI}."
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; What was chosen before stays chosen; /PATH chooses the command line in a silent call, too.
Function KeepChoices
  ReadRegDWORD $0 HKCU "${UNINSTALL}" "OnSearchPath"
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/PATH" $2
  ${IfNot} ${Errors}
    StrCpy $0 1
  ${EndIf}
  ${If} $0 = 1
    SectionSetFlags ${path_section} 1 ; selected
  ${EndIf}
  ClearErrors
FunctionEnd

Section "Uninstall"
  SetShellVarContext current
  SetOutPath $TEMP ; a folder in which a process stands cannot be removed
  StrCpy $Left 0
  StrCpy $R0 $INSTDIR
  Call un.RemoveListed
  ${If} $Left > 0
    MessageBox MB_ICONSTOP "$Left files in $INSTDIR could not be removed: another program holds them. Close it, or restart the computer, then remove ${NAME} again." /SD IDOK
    SetErrorLevel ${FAILED}
    Abort
  ${EndIf}
  StrCpy $R0 $INSTDIR
  Call un.RemoveFromSearchPath
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\${SUFFIX}" ""
  ${If} $0 == "${PROJECT}"
    DeleteRegKey HKCU "Software\Classes\${SUFFIX}"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${PROJECT}"
  DeleteRegKey HKCU "${UNINSTALL}"
  ${RefreshShellIcons}
  ${If} $EXEDIR != $INSTDIR
    Delete "$INSTDIR\Uninstall.exe"
    RMDir "$INSTDIR" ; stays where the user has put something into it
  ${EndIf}
  StrCpy $Removed 1
  DetailPrint "${USER_DATA}"
  MessageBox MB_ICONINFORMATION "${NAME} was removed. ${USER_DATA}" /SD IDOK
  ${If} ${Silent}
    Call un.RemoveMyself
  ${EndIf}
SectionEnd

; This process cannot delete the file that it runs from, be it NSIS' copy in TEMP or, with _?=, the installed one; so
; a console without a window waits for its end. Both folders go only if they are empty.
Function un.RemoveMyself
  ${If} $Removed == 1
    ExecShell "open" "$SYSDIR\cmd.exe" '/d /c (for /l %i in (1,1,30) do if exist "$EXEPATH" (ping -n 2 127.0.0.1 >nul & del /f /q "$EXEPATH")) & rd "$EXEDIR" & rd "$INSTDIR"' SW_HIDE
  ${EndIf}
FunctionEnd

Function un.onGUIEnd ; not called in a silent removal
  Call un.RemoveMyself
FunctionEnd
