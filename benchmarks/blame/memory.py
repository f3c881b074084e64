#!/usr/bin/env python3
"""Finds the smallest heap in which a large repository is indexed, and how fast its index opens.

usage: benchmarks/blame/memory.py REPOSITORY

REPOSITORY is one that generate.py wrote, or any other. Prints Markdown: what `mendgate index` takes
with the JVM's default heap and with the smallest -Xmx at which it passes in at most twice that time
(to 16 MiB), and the time until an index that is there gives its first answer.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import jvm
import oracle

STEP = 16  # MiB
LARGEST = 1024


def index(repository, heap, limit=None):
    """Runs `mendgate index`; returns (passed in LIMIT seconds, wall, CPU, peak resident MiB)."""
    with tempfile.TemporaryDirectory(prefix="mendgate-bench-") as data:
        options = f"-Xmx{heap}m -XX:+ExitOnOutOfMemoryError" if heap else ""
        start = time.monotonic()
        process = subprocess.Popen(
            [os.path.join(jvm.HOME, "mendgate"), "index", "--repo", repository, "--data", data],
            env=dict(os.environ, MENDGATE_JAVA_OPTS=options),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        watch = threading.Timer(limit or 1e6, process.kill)
        watch.daemon = True
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        watch.cancel()
        process.returncode = status
        wall = time.monotonic() - start
    return status == 0, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def smallest(repository, limit):
    """Bisects; returns the heap in MiB and its run."""
    low, high, best = 0, LARGEST, None
    while high - low > STEP:
        middle = (low + high) // 2 // STEP * STEP
        if middle <= low:
            break
        run = index(repository, middle, limit)
        if run[0]:
            high, best = middle, run
        else:
            low = middle
    return high, best


def show(what, run):
    _, wall, cpu, peak = run
    print(f"| {what} | {cpu:.1f} | {wall:.1f} | {peak:.0f} |", flush=True)


def opening(bench, repository, path):
    times = bench.run(jvm.COMMAND, "open", repository, 30, paths=[path])
    lines, runs = times["lines"][0][0], [wall for wall, _ in times["open"]]
    print(f"\nOpening the index of {lines:.0f} lines, until the first answer: "
          f"{statistics.median(runs) * 1000:.2f} ms (median of {len(runs)}; "
          f"the first {runs[0] * 1000:.1f} ms).")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    repository = sys.argv[1]
    with jvm.Bench() as bench:
        head = oracle.resolve(repository, "HEAD")
        commits = oracle.git(repository, "rev-list", "--count", head).decode().strip()
        merges = oracle.git(repository, "rev-list", "--count", "--merges", head).decode().strip()
        paths = oracle.text_files(repository, head)
        print(f"{commits} commits, {merges} of them merges; {len(paths)} text files.\n")
        print("| `mendgate index` | CPU seconds | wall seconds | peak resident MiB |")
        print("|---|---|---|---|")
        usual = index(repository, None)
        show("default heap", usual)
        heap, run = smallest(repository, 2 * usual[1])
        if run is None:
            sys.exit(f"does not pass with {LARGEST} MiB")
        show(f"smallest heap: -Xmx{heap}m", run)
        opening(bench, repository, paths[0])


if __name__ == "__main__":
    main()
