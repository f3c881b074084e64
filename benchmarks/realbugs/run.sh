#!/bin/sh
# Runs the whole pipeline on real crashes and has an independent judge score the patches.
exec python3 -B "$(dirname "$0")/realbugs.py" "$@"
