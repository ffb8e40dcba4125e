; Shortcuts with the program's AppUserModelID, so that Windows groups its windows under them and shows its messages.
!include Win\COM.nsh
!include Win\Propkey.nsh

!macro Shortcut file
  StrCpy $R0 "${file}"
  Call WriteShortcut
!macroend

; Writes the AppUserModelID into the property store $2.
!macro SetAppId
  System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
  System::Call '*(&w${NSIS_MAX_STRLEN} "${APP_ID}")p.r4'
  System::Call '*(&i2 ${VT_LPWSTR},&i6 0,p r4,p 0)p.r5'
  ${IPropertyStore::SetValue} $2 '($3,$5)'
  ${IPropertyStore::Commit} $2 ""
  System::Free $5
  System::Free $4
  System::Free $3
!macroend

Function WriteShortcut ; at $R0
  SetOutPath $INSTDIR ; where it starts the program
  CreateShortcut "$R0" "$INSTDIR\${NAME}.exe"
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P= 0
    Return
  ${EndIf}
  ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
  ${If} $1 P<> 0
    ${IPersistFile::Load} $1 '("$R0",${STGM_READWRITE})'
    ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
    ${If} $2 P<> 0
      !insertmacro SetAppId
      ${IPersistFile::Save} $1 '("$R0",1)'
      ${IUnknown::Release} $2 ""
    ${EndIf}
    ${IUnknown::Release} $1 ""
  ${EndIf}
  ${IUnknown::Release} $0 ""
FunctionEnd
