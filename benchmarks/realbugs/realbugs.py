"""Runs the whole pipeline on real crashes and has an independent judge score the patches.

usage: benchmarks/realbugs/run.sh BENCH WORK [CASE...]
       benchmarks/realbugs/run.sh --table RESULTS.tsv

BENCH  folder with cases.tsv, traces/CASE.txt, prepare.sh and judge.sh: prepare.sh CASE DIR makes a
       checkout with the bug, judge.sh CASE DIR PATCH says whether a patch is plausible
WORK   scratch folder; keeps checkouts, answers, and what the judge said of each patch
CASE   names of the first column of cases.tsv (default: all)

Prints Markdown as docs/realbugs.md has it, and writes WORK/results.tsv. --table writes such
results into docs/realbugs.md and docs/realbugs.tsv and runs nothing.

JOBS=N     cases at a time (default 2; take 1 for times that count)
ANY=N      patches of a case that are judged at most (default 10); behind the third it goes on only
           until one is plausible
RESUME=1   takes the answers that this build of Mendgate gave before
TIMEOUT=N  seconds that suggest may take (default 900)
VALIDATE=0 leaves patches unproven: quick, and in the order they are proposed in
MENDGATE=F another launcher than the one of this repository
"""
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor

import cases
import measure
import report

HERE = os.path.dirname(os.path.abspath(__file__))
DOCS = os.path.join(os.path.dirname(os.path.dirname(HERE)), "docs")
REVIEW = os.path.join(HERE, "review.tsv")


def usage():
    print(__doc__.split("\n\n", 1)[1].strip(), file=sys.stderr)
    sys.exit(2)


def table(results):
    """Renders known results into the documentation."""
    rows = cases.read_table(results)
    page = os.path.join(DOCS, "realbugs.md")
    with open(page, encoding="utf-8") as file:
        text = report.replaced(file.read(), report.markdown(rows, cases.read_table(REVIEW)))
    with open(page, "w", encoding="utf-8") as file:
        file.write(text)
    kept = os.path.join(DOCS, "realbugs.tsv")
    if not os.path.exists(kept) or not os.path.samefile(results, kept):
        shutil.copyfile(results, kept)


def run(bench, work, names):
    known = cases.read_cases(bench)
    unknown = [name for name in names if name not in known]
    if unknown:
        sys.exit(f"no such case in {bench}/cases.tsv: {' '.join(unknown)}")
    os.makedirs(work, exist_ok=True)
    os.environ.setdefault("BENCH_HOME", os.path.join(work, "bench-home"))
    runner = measure.Runner(bench, work)
    with ThreadPoolExecutor(int(os.environ.get("JOBS", "2"))) as pool:
        rows = list(pool.map(runner.row, [known[name] for name in names or known]))
    cases.write_table(os.path.join(work, "results.tsv"), report.COLUMNS, rows)
    print(report.markdown(rows, cases.read_table(REVIEW)))


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--table":
        table(arguments[1])
    elif len(arguments) >= 2 and not arguments[0].startswith("-"):
        run(os.path.abspath(arguments[0]), os.path.abspath(arguments[1]), arguments[2:])
    else:
        usage()


if __name__ == "__main__":
    main(sys.argv[1:])
