#!/usr/bin/env python3
"""Compares the blame index with `git blame --porcelain`: every line of every text file at HEAD.

usage: benchmarks/blame/compare.py REPOSITORY...

A line is equal where commit, author's name and mail, author and committer time, original path and
original line are. Prints a Markdown table, and on standard error the lines that differ (the first
20 of a repository). Needs python3; git's answers are kept, see oracle.py.
"""
import itertools
import os
import subprocess
import sys
import tempfile

import jvm
import oracle

SHOWN = 20


def ours(bench, repository, paths):
    """Yields a row for each line, as oracle.py writes them."""
    with tempfile.TemporaryDirectory(prefix="mendgate-bench-") as folder:
        with tempfile.TemporaryFile() as listed:
            listed.write(b"".join(path + b"\0" for path in paths))
            listed.seek(0)
            dump = subprocess.Popen(
                bench.command(jvm.SERVER, "dump", repository, folder),
                stdin=listed, stdout=subprocess.PIPE,
            )
            for row in dump.stdout:
                yield row.rstrip(b"\n").decode()
            if dump.wait() != 0:
                sys.exit(f"no answers for {repository}: see above")


def compare(bench, repository):
    commit = oracle.resolve(repository, "HEAD")
    expected = oracle.answers(repository, commit)
    answers = ours(bench, repository, oracle.text_files(repository, commit))
    different = 0
    for want, got in itertools.zip_longest(expected, answers):
        if want != got:
            different += 1
            if different <= SHOWN:
                print(f"git      {want}\nmendgate {got}", file=sys.stderr)
    files = len({row.split("\t", 1)[0] for row in expected})
    commits = oracle.git(repository, "rev-list", "--count", commit).decode().strip()
    merges = oracle.git(repository, "rev-list", "--count", "--merges", commit).decode().strip()
    parts = os.path.realpath(repository).rstrip("/").split("/")
    name = parts[-2] if parts[-1] in ("repo", ".git") else parts[-1]
    print(f"| {name} | {commit[:10]} | {commits} | {merges} | {files} | {len(expected)} |"
          f" {different} |", flush=True)
    return different


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    print("| repository | HEAD | commits | merges | text files | lines | different lines |")
    print("|---|---|---|---|---|---|---|", flush=True)
    with jvm.Bench() as bench:
        different = sum(compare(bench, repository) for repository in sys.argv[1:])
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
