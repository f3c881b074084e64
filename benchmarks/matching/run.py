#!/usr/bin/env python3
"""Checks and times the matching of messages against the statements of repositories.

usage: benchmarks/matching/run.py WHAT [COUNT] REPOSITORY...

WHAT        property: formats every statement of each repository COUNT times (default 3) with
            random arguments, and says what the messages lead back to
            speed: puts the statements of all repositories together, up to COUNT templates (default
            20000), and says how many lines a second are matched, beside other ways to do it
REPOSITORY  a git repository; what is at HEAD is read

Statement indexes are kept in MENDGATE_BENCH_CACHE (default ~/.cache/mendgate-bench).
"""
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
HOME = HERE.parents[1]
NAIVE = HOME / "gateway/src/test/java/dev/mendgate/gateway/source/statement/NaiveMatching.java"
MAIN = {"property": ("MatchingProperty", "3"), "speed": ("MatchingSpeed", "20000")}


def classpath():
    """Builds the launcher once and takes the gateway's jars."""
    given = os.environ.get("MENDGATE_CLASSPATH")
    if given:
        return given
    subprocess.run([HOME / "mendgate", "--version"], check=True, stdout=subprocess.DEVNULL)
    target = HOME / "gateway" / "target"
    return os.pathsep.join([str(target / "classes"), str(target / "lib" / "*")])


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in MAIN:
        sys.exit(__doc__)
    name, count = MAIN[sys.argv[1]]
    rest = sys.argv[2:]
    if rest[0].isdigit():
        count = rest.pop(0)
    path = classpath()
    with tempfile.TemporaryDirectory() as classes:
        sources = [str(p) for p in sorted(HERE.glob("*.java"))] + [str(NAIVE)]
        # Beside the matcher's own classes, in its package: what is timed is not public.
        subprocess.run(["javac", "-nowarn", "-proc:none", "-d", classes, "-cp", path] + sources, check=True)
        cache = os.environ.get("MENDGATE_BENCH_CACHE", str(pathlib.Path.home() / ".cache" / "mendgate-bench"))
        run = ["java", "-XX:+UseSerialGC", "-Xmx3g", "-cp", classes + os.pathsep + path]
        subprocess.run(run + ["dev.mendgate.gateway.source.statement." + name, count] + rest, check=True,
                       env=dict(os.environ, MENDGATE_BENCH_CACHE=cache))


if __name__ == "__main__":
    main()
