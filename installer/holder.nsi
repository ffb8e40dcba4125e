; Holds the mark of the running program for a while: a stand-in for the installer's trial, which defines OUT and MUTEX.
Unicode true
RequestExecutionLevel user
SilentInstall silent
OutFile "${OUT}"
!include LogicLib.nsh

Section
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "${MUTEX}") p .r0'
  FileOpen $0 "$EXEPATH.ready" w
  FileClose $0
  ${Do}
    Sleep 100
  ${LoopWhile} ${FileExists} "$EXEPATH.ready"
SectionEnd
