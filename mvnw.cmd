@echo off
rem Runs this project's Maven. Where it is missing, the mvn on the PATH fetches it once from its own repositories.
setlocal EnableExtensions DisableDelayedExpansion

set "VERSION=3.9.16"
set "FETCHER=org.apache.maven.plugins:maven-dependency-plugin:3.11.0:unpack"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "DISTS=%MAVEN_USER_HOME%\wrapper\dists"
set "DIST=%DISTS%\apache-maven-%VERSION%"

call :find
if defined MAVEN goto run

if exist "%DIST%" (
  echo mvnw: %DIST% has no bin\mvn.cmd; remove it and run again 1>&2
  exit /b 1
)
where mvn >nul 2>nul
if errorlevel 1 (
  echo mvnw: no Maven %VERSION% in %DIST% and no mvn on the PATH to fetch it; install any Maven, or unpack apache-maven-%VERSION% there 1>&2
  exit /b 1
)
set "FRESH=%DISTS%\fetch.%RANDOM%%RANDOM%"
mkdir "%FRESH%" || exit /b 1
echo mvnw: fetching Maven %VERSION% into %DIST% 1>&2
rem From an empty directory, so that no project's settings take part.
pushd "%FRESH%"
call mvn -B -q %FETCHER% "-Dartifact=org.apache.maven:apache-maven:%VERSION%:zip:bin" "-DoutputDirectory=%FRESH%" 1>&2
popd
rem One rename. Who comes second fails here and uses the first one's.
if not exist "%DIST%" move "%FRESH%\apache-maven-%VERSION%" "%DISTS%\" >nul 2>nul
rmdir /s /q "%FRESH%"
call :find
if not defined MAVEN (
  echo mvnw: Maven %VERSION% could not be put into %DIST% 1>&2
  exit /b 1
)

:run
"%MAVEN%" %*
exit /b %ERRORLEVEL%

:find
set "MAVEN="
if exist "%DIST%\bin\mvn.cmd" set "MAVEN=%DIST%\bin\mvn.cmd"
if not defined MAVEN for /d %%d in ("%DIST%\*") do if exist "%%d\bin\mvn.cmd" set "MAVEN=%%d\bin\mvn.cmd"
exit /b 0
