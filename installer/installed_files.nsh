; Which files are ours: those of the list that lies beside them. Nothing else is ever removed.

; $R0: 1 where $INSTDIR is new, empty, or holds a copy with its list; else 0.
Function FolderIsFree
  StrCpy $R0 1
  ${IfNot} ${FileExists} "$INSTDIR\${MANIFEST}"
    ${DirState} "$INSTDIR" $R1
    ${If} $R1 == 1
      StrCpy $R0 0
    ${EndIf}
  ${EndIf}
FunctionEnd

; Removes what the list in the folder $R0 names: files, then folders that are empty by then, then the list. The list
; stays where a file did, so that it can be tried again; $Left counts such files.
!macro RemoveListed un
Function ${un}RemoveListed
  ClearErrors
  FileOpen $R1 "$R0\${MANIFEST}" r
  ${If} ${Errors}
    Return
  ${EndIf}
  ${Do}
    ClearErrors
    FileReadUTF16LE $R1 $R2
    ${If} ${Errors}
      ${ExitDo}
    ${EndIf}
    ${Do} ; without the end of the line
      StrCpy $R3 $R2 1 -1
      ${If} $R3 == "$\r"
      ${OrIf} $R3 == "$\n"
        StrCpy $R2 $R2 -1
      ${Else}
        ${ExitDo}
      ${EndIf}
    ${Loop}
    ${If} $R3 == "\"
      StrCpy $R2 $R2 -1
      RMDir "$R0\$R2"
    ${ElseIf} $R2 != ""
      ClearErrors
      Delete "$R0\$R2"
      ${If} ${Errors}
        IntOp $Left $Left + 1
      ${EndIf}
    ${EndIf}
  ${Loop}
  FileClose $R1
  ${If} $Left = 0
    Delete "$R0\${MANIFEST}"
  ${EndIf}
  ClearErrors
FunctionEnd
!macroend
!insertmacro RemoveListed ""
!insertmacro RemoveListed "un."

!define PROV_RSA_AES 24
!define CRYPT_VERIFYCONTEXT 0xF0000000
!define CALG_SHA_256 0x800C
!define HP_HASHVAL 2
!define PIECE 4194304

; $R1: SHA-256 of the file $R0 as hexadecimal digits; empty where it cannot be read.
!pragma warning disable 6010 ; an installer of one file calls it nowhere
Function HashOfFile
  StrCpy $R1 ""
  System::Call 'kernel32::CreateFileW(w R0, i 0x80000000, i 1, p 0, i 3, i 0, p 0) p .r0'
  ${If} $0 P= -1
    Return
  ${EndIf}
  System::Call 'advapi32::CryptAcquireContextW(*p .r1, p 0, p 0, i ${PROV_RSA_AES}, i ${CRYPT_VERIFYCONTEXT}) i .r9'
  System::Call 'advapi32::CryptCreateHash(p r1, i ${CALG_SHA_256}, p 0, i 0, *p .r2) i .r9'
  System::Alloc ${PIECE}
  Pop $3
  ${Do}
    System::Call 'kernel32::ReadFile(p r0, p r3, i ${PIECE}, *i .r4, p 0) i .r5'
    ${If} $5 = 0
    ${OrIf} $4 = 0
      ${ExitDo}
    ${EndIf}
    System::Call 'advapi32::CryptHashData(p r2, p r3, i r4, i 0) i .r9'
  ${Loop}
  System::Call 'advapi32::CryptGetHashParam(p r2, i ${HP_HASHVAL}, p r3, *i 32, i 0) i .r9'
  ${If} $5 <> 0
  ${AndIf} $9 <> 0
    ${For} $6 0 31
      IntPtrOp $7 $3 + $6
      System::Call '*$7(&i1 .r8)'
      IntOp $8 $8 & 0xFF
      IntFmt $8 "%02x" $8
      StrCpy $R1 "$R1$8"
    ${Next}
  ${EndIf}
  System::Free $3
  System::Call 'advapi32::CryptDestroyHash(p r2)'
  System::Call 'advapi32::CryptReleaseContext(p r1, i 0)'
  System::Call 'kernel32::CloseHandle(p r0)'
FunctionEnd
