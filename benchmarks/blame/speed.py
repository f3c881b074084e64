#!/usr/bin/env python3
"""Measures indexing a repository's HEAD against blaming its files one by one.

usage: benchmarks/blame/speed.py [--rounds N] REPOSITORY...

Every way is taken in the same run over the same files, all text files at HEAD: `git blame
--porcelain` per file in two processes, the same with a commit graph and changed-path Bloom filters,
JGit's BlameCommand per file (second and third pass in one JVM), and the index. An update is from a
commit about 50 commits back, against git's blame of the files that differ. Prints Markdown: ratios
of CPU first, seconds beside; medians of N runs (3), means for updates. Other work on the machine
makes the figures void.
"""
import argparse
import os
import resource
import statistics
import subprocess
import tempfile
import time

import jvm
import oracle

UPDATE = 50
WARM_UP = 20  # seconds
WARM_UPDATES = 100


def name(repository):
    parts = os.path.realpath(repository).rstrip("/").split("/")
    return parts[-2] if parts[-1] in ("repo", ".git") else parts[-1]


def measured(command, stdin=b""):
    """Returns (wall, CPU) of a command with all it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run(
        command, input=stdin, stdout=subprocess.DEVNULL, check=True, env=oracle.ENVIRONMENT
    )
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def git(repository, commit, paths):
    """Blames files one by one, two at a time."""
    command = ["xargs", "-0", "-r", "-n", "1", "-P", str(oracle.PROCESSES),
               "git", "-C", repository, "blame", "--porcelain", commit, "--"]
    return measured(command, b"".join(path + b"\0" for path in paths))


def medians(runs):
    return tuple(statistics.median(column) for column in zip(*runs))


def means(runs):
    """For what is over in milliseconds: the JVM tells its CPU in hundredths of a second."""
    return tuple(statistics.mean(column) for column in zip(*runs))


def parent_of_update(repository, head):
    """Returns the youngest first ancestor that lacks at least so many commits, and how many."""
    for commit in oracle.git(repository, "rev-list", "--first-parent", head).decode().split():
        missing = int(oracle.git(repository, "rev-list", "--count", f"{commit}..{head}"))
        if missing >= UPDATE:
            return commit, missing
    raise SystemExit(f"{repository} has fewer than {UPDATE} commits")


def show(what, wall_cpu, base):
    wall, cpu = wall_cpu
    ratio = f"{cpu / base:.1f} x" if cpu >= base else "1.0 x"
    print(f"| {what} | {ratio} | {cpu:.3f} | {wall:.3f} |", flush=True)


def whole(bench, repository, clone, head, paths, rounds):
    print(f"\n**{name(repository)}**, {len(paths)} text files:\n")
    print("| whole tree | CPU | CPU seconds | wall seconds |\n|---|---|---|---|")
    warm = bench.run(jvm.SERVER, "whole", repository, 2 + rounds, 1, WARM_UP)
    warm2 = bench.run(jvm.SERVER, "whole", repository, 2 + rounds, 2, WARM_UP)
    one, two = medians(warm["whole"]), medians(warm2["whole"])
    cold = medians(cold_run(bench, repository) for _ in range(rounds))
    base = one[1]
    show("index, warm, 1 thread", one, base)
    show("index, warm, 2 threads", two, base)
    show("index, cold process, 2 threads", cold, base)
    show("`git blame` per file", medians(git(repository, head, paths) for _ in range(rounds)), base)
    show("`git blame` per file, Bloom filters",
         medians(git(clone, head, paths) for _ in range(rounds)), base)
    jgit = bench.run(jvm.SERVER, "jgit", repository, 3, paths=paths)["jgit"][1:]
    show("JGit per file, warm", medians(jgit), base)
    lines, size = warm["lines"][0][0], warm["bytes"][0][0]
    print(f"\n2 threads: {one[0] / two[0]:.2f} x as fast as one. "
          f"State: {size / lines:.1f} bytes a line ({size:.0f} for {lines:.0f} lines).")


def cold_run(bench, repository):
    with tempfile.TemporaryDirectory(prefix="mendgate-bench-") as folder:
        return measured(bench.command(jvm.COMMAND, "whole", repository, folder, 1, 2, 0))


def update(bench, repository, clone, head, rounds):
    before, commits = parent_of_update(repository, head)
    changed = oracle.git(
        repository, "diff-tree", "-r", "-z", "--name-only", "--no-renames", "--diff-filter=AMT",
        before, head).split(b"\0")
    paths = [path for path in oracle.text_files(repository, head) if path in set(changed)]
    runs = bench.run(jvm.SERVER, "update", repository, before, WARM_UPDATES * 2)
    ours = means(runs["update"][WARM_UPDATES:])
    print(f"\n| update by {commits} commits, {len(paths)} files changed | CPU | CPU seconds |"
          " wall seconds |\n|---|---|---|---|")
    show("index, opened for it, warm JVM", ours, ours[1])
    show("`git blame` of the changed files",
         medians(git(repository, head, paths) for _ in range(rounds)), ours[1])
    show("the same, Bloom filters",
         medians(git(clone, head, paths) for _ in range(rounds)), ours[1])


def lookup(bench, repository, paths):
    runs = bench.run(jvm.SERVER, "lookup", repository, 8, paths=paths)["lookup"][3:]
    print(f"\nLookup of a random line: {medians(runs)[0] * 10:.2f} microseconds.", flush=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("repositories", nargs="+")
    arguments = parser.parse_args()
    with jvm.Bench() as bench, tempfile.TemporaryDirectory() as folder:
        for number, repository in enumerate(arguments.repositories):
            head = oracle.resolve(repository, "HEAD")
            paths = oracle.text_files(repository, head)
            clone = oracle.with_bloom_filters(repository, os.path.join(folder, str(number)))
            whole(bench, repository, clone, head, paths, arguments.rounds)
            update(bench, repository, clone, head, arguments.rounds)
            lookup(bench, repository, paths)


if __name__ == "__main__":
    main()
