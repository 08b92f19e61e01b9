#!/bin/sh
# Opens the window on the sample company; where there is no display, does the same job offscreen into out/.
set -eu
cd "$(dirname "$0")/.."
if [ "$(uname -s)" = Darwin ] || [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
  exec .venv/bin/kpidesk --sample
fi
echo "No display: working the sample company offscreen."
QT_QPA_PLATFORM=offscreen exec .venv/bin/python packaging/offscreen_tour.py out
