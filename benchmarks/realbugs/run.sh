#!/usr/bin/env bash
# Runs the whole pipeline on real crashes and has an independent judge score the patches.
#
# usage: benchmarks/realbugs/run.sh BENCH WORK [CASE...]
#
# BENCH  folder with cases.tsv, traces/CASE.txt, prepare.sh and judge.sh: prepare.sh CASE DIR makes a
#        checkout with the bug, judge.sh CASE DIR PATCH exits with 0 for a plausible patch
# WORK   scratch folder; checkouts, builds and answers are kept there
# CASE   names of the first column of cases.tsv (default: all)
#
# TOP=N  how many patches of each case are judged, best first (default 3)
#
# Prints a Markdown table: one row a case, then the totals.
set -euo pipefail

[ $# -ge 2 ] || { sed -n '2,14s/^# \{0,1\}//p' "$0" >&2; exit 2; }
bench=$(cd "$1" && pwd)
mkdir -p "$2"
work=$(cd "$2" && pwd)
shift 2
home=$(cd "$(dirname "$0")/../.." && pwd)
top=${TOP:-3}
export BENCH_HOME=${BENCH_HOME:-$work/bench-home}

cases=("$@")
if [ ${#cases[@]} -eq 0 ]; then
  mapfile -t cases < <(tail -n +2 "$bench/cases.tsv" | cut -f1)
fi

field() { # PATCH-FILE KEY of suggestions.json
  python3 - "$work/$1/out/suggestions.json" "$2" "$3" <<'PY'
import json, sys
answer = json.load(open(sys.argv[1]))
print(next(str(c[sys.argv[3]]) for c in answer["candidates"] if c["patch"] == sys.argv[2]))
PY
}

echo "| case | candidates | first | verdict of the first | judged plausible at rank | seconds |"
echo "|---|---|---|---|---|---|"
total=0 first=0 any=0
for case in "${cases[@]}"; do
  mkdir -p "$work/$case"
  checkout=$work/$case/checkout
  if [ ! -d "$checkout" ] && ! "$bench/prepare.sh" "$case" "$checkout" >"$work/$case/prepare.log" 2>&1; then
    rm -rf "$checkout"
    echo "| $case | not prepared: $(tail -n 1 "$work/$case/prepare.log" | cut -c1-80) | | | | |"
    continue
  fi
  total=$((total + 1))
  rm -rf "$work/$case/out"
  started=$(date +%s)
  "$home/mendgate" suggest --repo "$checkout" --failure "$bench/traces/$case.txt" \
    --data "$work/data" --out "$work/$case/out" >"$work/$case/suggest.log" 2>&1 || true
  seconds=$(($(date +%s) - started))
  mapfile -t patches < <(ls "$work/$case/out" 2>/dev/null | grep '\.patch$' || true)
  plausible=() rank=0
  for patch in "${patches[@]:0:$top}"; do
    rank=$((rank + 1))
    if "$bench/judge.sh" "$case" "$checkout" "$work/$case/out/$patch" \
      >"$work/$case/judge-$rank.log" 2>&1; then
      plausible+=("$rank")
    fi
  done
  name="" verdict=""
  if [ ${#patches[@]} -gt 0 ]; then
    name=$(field "$case" "${patches[0]}" rule)
    verdict=$(field "$case" "${patches[0]}" verdict)
  fi
  [ "${plausible[0]:-}" = 1 ] && first=$((first + 1))
  [ ${#plausible[@]} -gt 0 ] && any=$((any + 1))
  echo "| $case | ${#patches[@]} | $name | $verdict | ${plausible[*]:-none} | $seconds |"
done
echo
echo "Of $total cases: first patch plausible $first, one of the first $top plausible $any."
