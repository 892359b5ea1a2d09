@echo off
rem Starts Good Terms with the Java it finds: GOODTERMS_JAVA_HOME, a runtime that came with the program, JAVA_HOME,
rem java on the PATH, then the usual folders. With arguments it is the command line, without it opens the window.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
for %%I in ("%~dp0..") do set "GT_HOME=%%~fI"
set "GT_JAVA="
call :try "%GOODTERMS_JAVA_HOME%"
call :try "%GT_HOME%\runtime"
call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do for %%K in ("%%~dpJ..") do call :try "%%~fK"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%USERPROFILE%\.jdks\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*") do call :try "%%~fD"
if not defined GT_JAVA (
    echo Good Terms needs Java %NEEDED% or newer and found none. Install one, for example from https://adoptium.net, or set JAVA_HOME to its folder. 1>&2
    exit /b 1
)
set "GT_FLAGS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -XX:+UseSerialGC -XX:-UsePerfData -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Xlog:disable -Xlog:all=error:stderr"
set "GT_SHORT=-XX:TieredStopAtLevel=1"
if "%~1"=="" set "GT_SHORT="
for %%C in (import bank sample backup restore run check) do if /i "%~1"=="%%C" set "GT_SHORT="
set "GT_AOT="
if exist "%GT_HOME%\lib\goodterms.aot" set "GT_AOT=-XX:AOTCache=%GT_HOME%\lib\goodterms.aot"
if defined GT_AOT (
    "%GT_JAVA%\bin\java.exe" %GT_FLAGS% %GT_SHORT% "%GT_AOT%" %GOODTERMS_JAVA_OPTIONS% -cp "%GT_HOME%\lib\*" org.goodterms.Main %*
) else (
    "%GT_JAVA%\bin\java.exe" %GT_FLAGS% %GT_SHORT% %GOODTERMS_JAVA_OPTIONS% -cp "%GT_HOME%\lib\*" org.goodterms.Main %*
)
exit /b %ERRORLEVEL%

:try
if defined GT_JAVA exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=2 delims==. " %%V in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do call :compare "%~1" %%V
exit /b 0

:compare
set "GT_MAJOR=%~2"
set "GT_MAJOR=%GT_MAJOR:"=%"
if %GT_MAJOR% GEQ %NEEDED% set "GT_JAVA=%~1"
exit /b 0
