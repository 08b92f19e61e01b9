#!/bin/sh
# Brings a fresh machine to the point where the window and the tests run: uv, the environment of the lock file,
# Qt's shared libraries and a font with Chinese characters. Says what it does only when it does something.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

python=""
for name in python3 python3.13 python3.12 python3.11 python; do
  if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    python=$name
    break
  fi
done

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo "$@"; else return 1; fi
}

apt_install() { # packages…
  command -v apt-get >/dev/null 2>&1 || return 1
  as_root true || return 1
  say "Installing with apt: $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null 2>&1 || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

find_uv() {
  for candidate in "$(command -v uv 2>/dev/null || true)" "$HOME/.local/bin/uv" "$HOME/.cargo/bin/uv" "$PWD/build/uv/bin/uv"; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then printf '%s' "$candidate"; return 0; fi
  done
  return 1
}

if ! uv=$(find_uv); then
  if [ -z "$python" ]; then
    say "KPI Desk needs Python 3.11 or later. Install it (https://www.python.org/downloads/), then run this again."
    exit 1
  fi
  say "Installing uv into build/uv"
  if ! "$python" -m venv build/uv >/dev/null 2>&1; then
    rm -rf build/uv
    apt_install python3-venv || { say "Run this first: sudo apt-get install python3-venv"; exit 1; }
    "$python" -m venv build/uv
  fi
  build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv
  uv=$(find_uv)
fi

if [ -n "$python" ]; then UV_PYTHON_PREFERENCE=${UV_PYTHON_PREFERENCE:-system}; export UV_PYTHON_PREFERENCE; fi
"$uv" sync --locked --quiet --compile-bytecode
# Compiled once here, so that no start pays for it, not even where Python may not write beside the sources.
.venv/bin/python -m compileall -q kpidesk || true
printf '%s' "$uv" > .venv/uv-path

[ "$(uname -s)" = Linux ] || exit 0
missing=$(.venv/bin/python packaging/system_libraries.py)
[ -n "$missing" ] || exit 0
# shellcheck disable=SC2086
if apt_install $missing; then
  missing=$(.venv/bin/python packaging/system_libraries.py)
  [ -n "$missing" ] || exit 0
fi
say "Qt needs these packages of the system; run: sudo apt-get install $missing"
# A font alone is no reason to stop: texts in Chinese would only look wrong.
[ "$missing" = fonts-noto-cjk ] || exit 1
