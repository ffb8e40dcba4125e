; The user's own PATH. NSIS would cut it after 1,024 letters, so Windows reads and writes it in memory of its own.

!define ENVIRONMENT_WRITES 0x2011F ; KEY_READ, KEY_WRITE and KEY_WOW64_64KEY
!define HKEY_CURRENT_USER_ 0x80000001

; Takes the folder $R0 out of the PATH; with "add", puts it at the end then. The value's type stays: it may hold %names%.
!macro ChangeSearchPath name add
Function ${name}
  System::Call 'advapi32::RegOpenKeyExW(p ${HKEY_CURRENT_USER_}, w "Environment", i 0, i ${ENVIRONMENT_WRITES}, *p .r0) i .r9'
  ${If} $9 <> 0
    Return
  ${EndIf}
  StrCpy $1 2 ; REG_EXPAND_SZ, where there is no PATH yet
  StrCpy $2 0 ; bytes
  System::Call 'advapi32::RegQueryValueExW(p r0, w "Path", p 0, *i .r3, p 0, *i r2r2) i .r9'
  ${If} $9 = 0
    StrCpy $1 $3
  ${EndIf}
  StrLen $4 $R0
  IntOp $5 $2 + $4
  IntOp $5 $5 + $4
  IntOp $5 $5 + 32
  System::Alloc $5
  Pop $6
  System::Call 'kernel32::lstrcpyW(p r6, w ";")'
  ${If} $9 = 0
  ${AndIf} $2 > 2
    IntPtrOp $7 $6 + 2
    System::Call 'advapi32::RegQueryValueExW(p r0, w "Path", p 0, p 0, p r7, *i r2) i .r9'
    System::Call 'kernel32::lstrcatW(p r6, w ";")'
  ${EndIf}
  System::Call 'shlwapi::StrStrIW(p r6, w ";$R0;") p .r7'
  ${If} $7 P<> 0
    IntOp $8 $4 + 1
    IntOp $8 $8 * 2
    IntPtrOp $8 $7 + $8
    System::Call 'kernel32::lstrlenW(p r8) i .r9'
    IntOp $9 $9 + 1
    IntOp $9 $9 * 2
    System::Call 'ntdll::RtlMoveMemory(p r7, p r8, i r9)'
    StrCpy $9 0
    StrCpy $3 "changed"
  ${EndIf}
  !if ${add} == 1
    System::Call 'kernel32::lstrcatW(p r6, w "$R0;")'
    StrCpy $3 "changed"
  !endif
  ${If} $3 == "changed" ; without the marks at both ends
    System::Call 'kernel32::lstrlenW(p r6) i .r7'
    ${If} $7 < 3
      System::Call 'advapi32::RegDeleteValueW(p r0, w "Path")'
    ${Else}
      IntOp $7 $7 - 1
      IntOp $8 $7 * 2
      IntPtrOp $9 $6 + $8
      System::Call '*$9(&i2 0)'
      IntPtrOp $9 $6 + 2
      System::Call 'advapi32::RegSetValueExW(p r0, w "Path", i 0, i r1, p r9, i r8)'
    ${EndIf}
    SendMessage ${HWND_BROADCAST} ${WM_WININICHANGE} 0 "STR:Environment" /TIMEOUT=2000
  ${EndIf}
  System::Free $6
  System::Call 'advapi32::RegCloseKey(p r0)'
FunctionEnd
!macroend
!insertmacro ChangeSearchPath AddToSearchPath 1
!insertmacro ChangeSearchPath RemoveFromSearchPath 0
!insertmacro ChangeSearchPath un.RemoveFromSearchPath 0
