#!/usr/bin/env python3
"""Compares `mendgate blame` with `git blame --porcelain`, line by line.

usage: benchmarks/blame/compare.py REPOSITORY [STEP]

Looks at every Java file at HEAD, or at every STEP-th. A line is equal where commit, original path
and original line are. Prints one row of a Markdown table, and on standard error the lines that
differ.
"""
import os
import subprocess
import sys

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def git(repository, *arguments):
    return subprocess.run(
        ["git", "-C", repository, *arguments], capture_output=True, check=True
    ).stdout


def oracle(repository, path):
    """Yields (commit, original path, original line) for each line, as git says it."""
    commit, names, line, name = None, {}, 0, None
    for row in git(repository, "blame", "--porcelain", "HEAD", "--", path).split(b"\n"):
        if row.startswith(b"\t"):
            yield commit, names[commit], line
        elif row.startswith(b"filename "):
            names[commit] = row[len(b"filename "):].decode()
        else:
            head = row.split(b" ")
            if len(head[0]) == 40 and len(head) >= 3:
                commit, line = head[0].decode(), int(head[1])


def ours(repository, paths):
    """Returns path -> list of (commit, original path, original line)."""
    found = {}
    out = subprocess.run(
        [os.path.join(HOME, "mendgate"), "blame", "--repo", repository, *paths],
        capture_output=True, check=True,
    ).stdout.decode()
    for row in out.splitlines():
        path, _, commit, _, _, original, line = row.split("\t")
        found.setdefault(path, []).append((commit, original, int(line)))
    return found


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    repository, step = sys.argv[1], int(sys.argv[2]) if len(sys.argv) == 3 else 1
    listed = git(repository, "ls-tree", "-r", "-z", "--name-only", "HEAD").decode().split("\0")
    paths = [p for p in listed if p.endswith(".java")][::step]
    answers = ours(repository, paths)
    lines = equal = 0
    for path in paths:
        expected = list(oracle(repository, path))
        answer = answers.get(path, [])
        lines += len(expected)
        for number, want in enumerate(expected, 1):
            got = answer[number - 1] if number <= len(answer) else None
            if got == want:
                equal += 1
            else:
                print(f"{path}:{number}: git {want}, mendgate {got}", file=sys.stderr)
    which = "every Java file" if step == 1 else f"every {step}th Java file"
    head = git(repository, "rev-parse", "--short=10", "HEAD").decode().strip()
    print(f"| {os.path.basename(repository)} | {head} | {which} | {lines} | {lines - equal} |")


if __name__ == "__main__":
    main()
