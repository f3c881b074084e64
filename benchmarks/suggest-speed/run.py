#!/usr/bin/env python3
"""Times candidates without validation.

usage: benchmarks/suggest-speed/run.py WHAT REPOSITORY [ROUNDS]

WHAT        cold: the whole process `mendgate suggest --no-validate` with an empty data folder, beside
            `git blame` of the same file and `java -version` in the same round
            warm: SuggestFix without validation over gRPC, in one server that indexed before
            rules: milliseconds of each rule in a warm process, slowest first
REPOSITORY  a git repository; the failures are made up from its own code at HEAD
ROUNDS      how often each of the ten failures is asked for (default 1 cold, 20 warm)
"""
import hashlib
import os
import pathlib
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parents[1]
MENDGATE = HOME / "mendgate"
FAILURES = 10
CALL = re.compile(r"\b([a-z]\w*)\.(\w+)\(")
METHOD = re.compile(r"^\s+(?:(?:public|protected|private|static|final|abstract)\s+)+[^=;]*?(\w+)\s*\(")
# What a line has to hold for a failure to be possible there, and the failure.
SHAPES = [
    (CALL, 'java.lang.NullPointerException: Cannot invoke "Object.{1}()" because "{0}" is null'),
    (re.compile(r"(\w+)\.(charAt|substring)\("),
     "java.lang.StringIndexOutOfBoundsException: index 7, length 7"),
    (re.compile(r"(\w+)\[(\w+)\]"),
     "java.lang.ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 3"),
    (re.compile(r"= \(([A-Z]\w+)\) (\w+)"),
     "java.lang.ClassCastException: class java.lang.String cannot be cast to class {0}"),
    (CALL, "java.lang.NullPointerException"),
]


def git(repository, *arguments):
    return subprocess.run(
        ["git", "-C", repository, *arguments], check=True, capture_output=True
    ).stdout.decode("utf-8", "replace")


def failures(repository):
    """Makes up failures; returns (path, trace) of each, the same ones every time."""
    paths = [
        path for path in git(repository, "ls-tree", "-r", "--name-only", "HEAD").splitlines()
        if path.endswith(".java") and "/test" not in path and "/" in path
    ]
    paths.sort(key=lambda path: hashlib.sha256(path.encode()).hexdigest())
    found, outer = [], None
    for path in paths:
        text = git(repository, "show", f"HEAD:{path}")
        pattern, failure = SHAPES[len(found) % len(SHAPES)]
        place = crash(text, path, pattern)
        if not place:
            continue
        match, frame = place
        trace = failure.format(*match.groups()) + "\n\tat " + frame
        if outer:
            trace += "\n\tat " + outer
        found.append((path, trace + "\n"))
        outer = frame
        if len(found) == FAILURES:
            return found
    sys.exit(f"{repository} has too little Java at HEAD to make up {FAILURES} failures")


def crash(text, path, pattern):
    package = re.search(r"^\s*package\s+([\w.]+)\s*;", text, re.M)
    method, places = None, []
    for number, line in enumerate(text.splitlines(), 1):
        head = METHOD.match(line)
        if head:
            method = head.group(1)
        match = pattern.search(line)
        if match and method and not head and "//" not in line and "*" not in line:
            places.append((match, method, number))
    if not package or not places:
        return None
    match, method, number = places[len(places) // 2]
    name = os.path.basename(path)
    if method == name[:-5]:
        method = "<init>"
    return match, f"{package.group(1)}.{name[:-5]}.{method}({name}:{number})"


def timed(*command):
    started = time.monotonic()
    done = subprocess.run([str(part) for part in command], capture_output=True)
    seconds = time.monotonic() - started
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr.decode()}")
    return seconds


def row(name, seconds):
    seconds = sorted(seconds)
    p90 = seconds[min(len(seconds) - 1, int(0.9 * len(seconds)))]
    print(f"{name:24} median {statistics.median(seconds):7.3f} s   p90 {p90:7.3f} s   n {len(seconds)}")


def cold(repository, rounds):
    subprocess.run([MENDGATE, "--version"], check=True, capture_output=True)
    times = {"mendgate suggest": [], "git blame": [], "java -version": []}
    with tempfile.TemporaryDirectory(prefix="mendgate-bench-") as scratch:
        trace = os.path.join(scratch, "failure.txt")
        for round_ in range(rounds):
            for number, (path, text) in enumerate(failures(repository)):
                pathlib.Path(trace).write_text(text, encoding="utf-8")
                data = os.path.join(scratch, f"data-{round_}-{number}")
                times["mendgate suggest"].append(timed(
                    MENDGATE, "suggest", "--no-validate", "--repo", repository,
                    "--failure", trace, "--data", data,
                ))
                times["git blame"].append(timed("git", "-C", repository, "blame", "HEAD", "--", path))
                times["java -version"].append(timed("java", "-version"))
    for name, seconds in times.items():
        row(name, seconds)


def java(scratch, main, *arguments):
    """Runs a class of this folder and returns its lines."""
    target = HOME / "gateway" / "target"
    given = os.environ.get("MENDGATE_CLASSPATH")
    classes = given or f"{target / 'mendgate-gateway.jar'}:{target / 'lib'}/*"
    subprocess.run(
        ["javac", "-proc:none", "-nowarn", "-d", scratch, "-cp", classes, HERE / f"{main}.java"],
        check=True,
    )
    return subprocess.run(
        ["java", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", f"{scratch}:{classes}",
         main, *map(str, arguments)], check=True, stdout=subprocess.PIPE,
    ).stdout.decode().splitlines()


def write_failures(repository, scratch):
    traces = []
    for number, (_, text) in enumerate(failures(repository)):
        traces.append(os.path.join(scratch, f"{number}.txt"))
        pathlib.Path(traces[-1]).write_text(text, encoding="utf-8")
    return traces


def warm(repository, rounds):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="mendgate-bench-") as scratch:
        log = open(os.path.join(scratch, "serve.log"), "wb")
        server = subprocess.Popen(
            [MENDGATE, "serve", "--port", str(port), "--data", os.path.join(scratch, "data"),
             "--repo", f"bench={repository}"], stdout=log, stderr=log,
        )
        try:
            lines = java(scratch, "SuggestCalls", port, rounds, *write_failures(repository, scratch))
        finally:
            server.terminate()
            server.wait()
    first, later = [], []
    for line in lines:
        round_, seconds = line.split()
        (first if round_ == "0" else later).append(float(seconds))
    row("first call of each", first)
    row("later calls", later)


def rules(repository, rounds):
    subprocess.run([MENDGATE, "--version"], check=True, capture_output=True)
    with tempfile.TemporaryDirectory(prefix="mendgate-bench-") as scratch:
        print("\n".join(java(
            scratch, "RuleTimes", repository, os.path.join(scratch, "data"), rounds,
            *write_failures(repository, scratch),
        )))


def main():
    modes = {"cold": (cold, 1), "warm": (warm, 20), "rules": (rules, 20)}
    if not 3 <= len(sys.argv) <= 4 or sys.argv[1] not in modes:
        sys.exit(__doc__.strip())
    run, rounds = modes[sys.argv[1]]
    run(os.path.abspath(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) == 4 else rounds)


if __name__ == "__main__":
    main()
