@echo off
rem Sets up what the project needs in .venv and runs a command there:
rem   run twinspace-auditor demo     the program alone
rem   run pytest                     any other command brings the development tools too
rem Not yet tried on Windows; please report what does not work.
setlocal
set "UV_VERSION=0.13.9"
set "HERE=%~dp0"
set "UV=%HERE%.uv\Scripts\uv.exe"

if "%~1"=="" (
    echo usage: run COMMAND [ARGUMENT ...]     for example: run twinspace-auditor demo 1>&2
    exit /b 2
)

if exist "%HERE%.uv\uv-%UV_VERSION%" goto uv_ready
set "PYTHON=py -3"
%PYTHON% --version >nul 2>&1 || set "PYTHON=python"
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1
if errorlevel 1 (
    echo run: Python 3.11 or later is needed; get it from https://www.python.org/downloads/ 1>&2
    exit /b 2
)
echo run: setting up (once) ... 1>&2
%PYTHON% -m venv --clear "%HERE%.uv" || exit /b 2
"%HERE%.uv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check "uv==%UV_VERSION%" 1>&2 || exit /b 2
type nul > "%HERE%.uv\uv-%UV_VERSION%"

:uv_ready
set "GROUP="
if /i "%~1"=="twinspace-auditor" set "GROUP=--no-dev --inexact"
if /i "%~1"=="playwright" set "GROUP=--no-dev --inexact"
"%UV%" sync --locked --quiet %GROUP% --project "%HERE%." || exit /b 2
"%UV%" run --no-sync --project "%HERE%." %*
exit /b %errorlevel%
