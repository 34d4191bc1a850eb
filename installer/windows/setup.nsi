; The setup program: for one person, without administrator rights, in English and Welsh.
; packing.py calls this with FILES (a list of what is in the bundle), OUT, VERSION and ICONS, with SIGN
; (a command) where there is a certificate, and with FAST where size does not matter.
Unicode true
Target amd64-unicode ; a 64-bit setup program also runs where there is no 32-bit Windows, as in Wine
!include MUI2.nsh
!include FileFunc.nsh

!define PROGRAM "Coprod"
!define TITLE "Coprod Desktop"
!define FILE_KIND "Coprod.File"
!define KEY "Software\${TITLE}"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${TITLE}"

Name "${TITLE}"
OutFile "${OUT}"
!ifdef SIGN
!finalize '${SIGN} "%1"' = 0
!uninstfinalize '${SIGN} "%1"' = 0
!endif
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${PROGRAM}"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
SetDateSave off
!ifdef FAST
SetCompressor zlib
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
ManifestLongPathAware true
BrandingText "${TITLE} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 ProductName "${TITLE}"
VIAddVersionKey /LANG=0 FileDescription "${TITLE} setup"
VIAddVersionKey /LANG=0 FileVersion "${VERSION}"
VIAddVersionKey /LANG=0 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=0 LegalCopyright "Apache-2.0"

!define MUI_ICON "${ICONS}/coprod.ico"
!define MUI_UNICON "${ICONS}/coprod.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}.exe"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KeepsData)"
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(EmptyFolder)"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Welsh"

LangString IsRunning ${LANG_ENGLISH} "Coprod is open. Nothing has been changed. Please close it, and start this again."
LangString IsRunning ${LANG_WELSH} "Mae Coprod ar agor. Does dim wedi newid. Caewch Coprod, yna dechreuwch hwn eto."
LangString EmptyFolder ${LANG_ENGLISH} "You need no administrator rights for the folder below. Another one has to be empty, or new."
LangString EmptyFolder ${LANG_WELSH} "Does dim angen hawliau gweinyddwr ar gyfer y ffolder isod. Rhaid i ffolder arall fod yn wag, neu'n newydd."
LangString KeepsData ${LANG_ENGLISH} "This removes the program. Your charity's files and backups stay where they are."
LangString KeepsData ${LANG_WELSH} "Bydd hyn yn tynnu'r rhaglen. Mae ffeiliau a chopïau wrth gefn eich elusen yn aros lle maen nhw."
LangString FileName ${LANG_ENGLISH} "Coprod file"
LangString FileName ${LANG_WELSH} "Ffeil Coprod"

; A program that runs cannot be written to.
!macro RefuseWhileRunning
  IfFileExists "$INSTDIR\${PROGRAM}.exe" 0 +8
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}.exe" a
    IfErrors 0 +4
      MessageBox MB_ICONSTOP "$(IsRunning)" /SD IDOK
      SetErrorLevel 3
      Abort
    FileClose $0
!macroend

; Only what a setup program of ours put there; a file of somebody's own would stay.
!macro RemoveProgram
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\lib"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\${PROGRAM}.exe"
  Delete "$INSTDIR\coprod-file.ico"
  Delete "$INSTDIR\msvcp140.dll"
  Delete "$INSTDIR\vcruntime140.dll"
  Delete "$INSTDIR\vcruntime140_1.dll"
!macroend

; The uninstaller removes whole folders, so the program never goes among somebody's own files.
Function MayInstall ; pushes 1 where the folder is ours, empty or not there, else 0
  StrCmp $INSTDIR "$LOCALAPPDATA\Programs\${PROGRAM}" may
  IfFileExists "$INSTDIR\${PROGRAM}.exe" may
  ${DirState} "$INSTDIR" $0
  IntCmp $0 1 0 may may
    Push 0
    Return
  may:
    Push 1
FunctionEnd

Function .onVerifyInstDir
  Call MayInstall
  Pop $0
  IntCmp $0 1 may
    Abort
  may:
FunctionEnd

Function .onInit
  !insertmacro RefuseWhileRunning
FunctionEnd

Function un.onInit
  !insertmacro RefuseWhileRunning
FunctionEnd

Section "Install"
  Call MayInstall
  Pop $0
  IntCmp $0 1 may
    SetErrorLevel 4
    Abort
  may:
  !insertmacro RemoveProgram
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\${PROGRAM}.exe" "" "$INSTDIR\${PROGRAM}.exe" 0

  WriteRegStr HKCU "Software\Classes\.coprod" "" "${FILE_KIND}"
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}" "" "$(FileName)"
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}\DefaultIcon" "" "$INSTDIR\coprod-file.ico"
  WriteRegStr HKCU "Software\Classes\${FILE_KIND}\shell\open\command" "" '"$INSTDIR\${PROGRAM}.exe" "%1"'

  WriteRegStr HKCU "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${TITLE}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  ; What people made, in Documents and %LOCALAPPDATA%\Coprod, is not ours to remove.
  !insertmacro RemoveProgram
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  ReadRegStr $0 HKCU "Software\Classes\.coprod" ""
  StrCmp $0 "${FILE_KIND}" 0 +2
    DeleteRegKey HKCU "Software\Classes\.coprod"
  DeleteRegKey HKCU "Software\Classes\${FILE_KIND}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${KEY}"
  ${RefreshShellIcons}
SectionEnd
