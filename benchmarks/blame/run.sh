#!/bin/sh
# Measures everything docs/blame.md tells: exactness, speed, memory.
#
# usage: benchmarks/blame/run.sh OUT REPOSITORY...
#
# OUT gets exactness.md, speed.md and memory.md, and the large repository that memory.md is about.
# SPEED limits the repositories for speed.md (paths, separated by spaces; default: all).
# Nothing else should run meanwhile.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 2 ] || { sed -n '4,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
out=$1
shift
mkdir -p "$out"
[ -d "$out/large.git" ] || python3 "$here/generate.py" "$out/large.git"
# shellcheck disable=SC2086
python3 "$here/speed.py" ${SPEED:-"$@"} | tee "$out/speed.md"
python3 "$here/memory.py" "$out/large.git" | tee "$out/memory.md"
python3 "$here/compare.py" "$@" | tee "$out/exactness.md"
