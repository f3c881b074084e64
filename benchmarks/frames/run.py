#!/usr/bin/env python3
"""Checks Mendgate's frame resolution against compiled classes.

usage: benchmarks/frames/run.py BENCH WORK [CASE...]

BENCH  folder with cases.tsv, traces/CASE.txt and prepare.sh: prepare.sh CASE DIR makes a checkout
WORK   scratch folder; checkouts and compiled classes are kept there
CASE   names of the first column of cases.tsv (default: all)

The oracle is the compiler: each checkout is compiled with Maven, and the class files say which
source file a class comes from and which lines each of its methods has code at (classfile.py).

Prints two Markdown tables, one row a project. The first is of the frames of the traces, the second
of every line of every method of every class: each is made a frame of its own, and so is, for each
method, the nearest line before and behind it that has code, but none of that method (nor of
another lambda of that method, or anonymous class of that class). Mendgate itself, as it is committed,
is a project there too.
"""
import collections
import os
import pathlib
import re
import subprocess
import sys

import classfile

HOME = pathlib.Path(__file__).resolve().parents[2]
OWN = "Mendgate itself"
FRAME = re.compile(r"^\s*at (?:[^\s(]*/)?([^\s(/]+)\.([^\s(./]+)\(([^():]*)(?::(\d+))?\)")


def quiet(command, log, **options):
    with open(log, "w") as out:
        return subprocess.run(command, stdout=out, stderr=out, **options).returncode == 0


def classpath():
    """Builds the launcher once and takes the gateway's jars."""
    subprocess.run([HOME / "mendgate", "--version"], check=True, stdout=subprocess.DEVNULL)
    target = HOME / "gateway" / "target"
    return os.pathsep.join([str(target / "classes"), str(target / "lib" / "*")])


def prepared(bench, work, case):
    """Returns the compiled checkout of a case; None where it cannot be had."""
    folder = work / case
    folder.mkdir(parents=True, exist_ok=True)
    checkout = folder / "checkout"
    if not checkout.is_dir():
        environment = dict(os.environ, BENCH_HOME=os.environ.get("BENCH_HOME", str(work / "bench-home")))
        if not quiet([bench / "prepare.sh", case, checkout], folder / "prepare.log", env=environment):
            return None
    if not (folder / "compiled").exists():
        maven = ["mvn", "-q", "-B", "-f", checkout / "pom.xml", "test-compile"]
        if not quiet(maven, folder / "compile.log") and not compiled_for_java_7(checkout, folder):
            return None
        (folder / "compiled").touch()
    return checkout


def own_checkout(work):
    """Returns a compiled clone of what is committed here; None where it does not compile."""
    folder = work / "own"
    head = subprocess.run(["git", "-C", HOME, "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
    checkout = folder / head.stdout.strip()
    if not checkout.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["git", "clone", "-q", HOME, checkout], check=True)
        maven = ["mvn", "-q", "-B", "-f", checkout / "pom.xml", "-Dspotless.check.skip", "compile"]
        if not quiet(maven, folder / "compile.log"):
            print("Mendgate does not compile: %s" % (folder / "compile.log"), file=sys.stderr)
            return None
    return checkout


def compiled_for_java_7(checkout, folder):
    """A class of old may collide with what later releases of the JDK declare."""
    sources = [str(p) for p in source_root(checkout).rglob("*.java") if p.name != "module-info.java"]
    (folder / "sources").write_text("\n".join(sources))
    options = ["--release", "7", "-g", "-nowarn", "-proc:none", "-encoding", "ISO-8859-1"]
    return quiet(["javac", *options, "-d", checkout / "target/classes", "@%s" % (folder / "sources")], folder / "javac.log")


def source_root(module, tests=False):
    pom = module / "pom.xml"
    text = pom.read_text(errors="replace") if pom.exists() else ""
    element, usual = ("testSourceDirectory", "src/test/java") if tests else ("sourceDirectory", "src/main/java")
    named = re.search(r"<%s>\s*([^<]+?)\s*</%s>" % (element, element), text)
    return module / (named.group(1) if named else usual)


def oracle(checkout):
    """Returns class name -> (path in the checkout, {method: lines})."""
    known = {}
    for classes in sorted(checkout.glob("**/target/*classes"), reverse=True):
        root = source_root(classes.parents[1], tests=classes.name == "test-classes")
        for name, parsed in classfile.read_classes(classes).items():
            package = name.rpartition(".")[0].replace(".", "/")
            path = root / package / (parsed.source or "?")
            if not path.exists():
                continue  # written by the build, not by people
            methods = collections.defaultdict(set)
            for method, lines in parsed.methods:
                methods[method].update(lines)
            known[name] = (str(path.relative_to(checkout)), methods)
    return known


class Resolver:
    """One process of ResolveFrames for all repositories."""

    def __init__(self, java_classpath):
        self.command = ["java", "-cp", java_classpath, str(HOME / "benchmarks/frames/ResolveFrames.java")]
        self.asked = []

    def ask(self, *parts):
        self.asked.append("\t".join(map(str, parts)))

    def answers(self):
        """Returns the rows behind each line that asks for a repository or a trace."""
        run = subprocess.run(self.command, input="\n".join(self.asked) + "\n", stdout=subprocess.PIPE,
                             text=True, encoding="utf-8", check=True)
        rows = collections.defaultdict(list)
        for line in run.stdout.splitlines():
            if line.startswith("#\t"):
                current = line[2:]
                rows[current] = []
            else:
                rows[current].append(line.split("\t"))
        return rows


def judge(row, known, problems):
    """Says what is right or wrong about one answer."""
    name, method, file, line, verdict, path, found, inside = row[:8]
    if name not in known:
        return "other, passed over" if verdict != "FOUND" else "other, taken for the project's"
    expected, methods = known[name]
    coded = int(line) in methods[method]
    if verdict == "NO_LINE" and path == expected and not coded:
        return "rightly doubted"
    if verdict != "FOUND":
        problems.append(row)
        return "not resolved"
    if path != expected or found != line:
        problems.append(row)
        return "wrong file"
    if coded and inside == "inside":
        return "right"
    if not coded and inside == "outside":
        return "rightly doubted"
    problems.append(row)
    return "wrongly doubted" if coded else "wrongly believed"


def kin(name, method):
    """What lambdas of one method have in common, and anonymous classes of one class: all but a
    number, which compilers give out as they like."""
    return re.sub(r"\$\d+", "$", name), re.sub(r"\$\d+$", "", method)


def every_line(known):
    """Every line that has code, and for each method lines next to it that are another's."""
    inside, outside = [], []
    by_path, alike = collections.defaultdict(set), collections.defaultdict(set)
    for name, (path, methods) in known.items():
        for method, lines in methods.items():
            by_path[path].update(lines)
            alike[kin(name, method)].update(lines)
    for name, (path, methods) in sorted(known.items()):
        if "/test/" in "/" + path:
            continue
        file = path.rpartition("/")[2]
        for method, lines in sorted(methods.items()):
            inside += [(name, method, file, line) for line in sorted(lines)]
            others = sorted(by_path[path] - alike[kin(name, method)])
            before = [line for line in others if lines and line < min(lines)][-1:]
            behind = [line for line in others if lines and line > max(lines)][:1]
            outside += [(name, method, file, line) for line in before + behind]
    return inside, outside


def table(columns, rows):
    print("| project | " + " | ".join(columns) + " |")
    print("|---" * (len(columns) + 1) + "|")
    total = collections.Counter()
    for name, counts in rows.items():
        total.update(counts)
        print("| %s | %s |" % (name, " | ".join(str(counts[c]) for c in columns)))
    print("| **all** | %s |\n" % " | ".join("**%d**" % total[c] for c in columns))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.strip())
    bench, work = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    work.mkdir(parents=True, exist_ok=True)
    cases = sys.argv[3:] or [l.split("\t")[0] for l in (bench / "cases.tsv").read_text().splitlines()[1:]]
    java_classpath = os.environ.get("MENDGATE_CLASSPATH") or classpath()
    traces, lines = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    problems, compiled, known = [], {}, {}
    resolver = Resolver(java_classpath)
    for case in cases:
        checkout = prepared(bench, work, case)
        if checkout is None:
            print("not prepared or not compiled: " + case, file=sys.stderr)
            continue
        known[case] = oracle(checkout)
        compiled[case.rpartition("-")[0]] = (case, checkout)
        resolver.ask("repository", checkout)
        resolver.ask("trace", bench / "traces" / (case + ".txt"))
    # Written for a newer Java than the projects of old: records, lambdas, switches over patterns.
    own = own_checkout(work)
    if own is not None:
        known[OWN] = oracle(own)
        compiled[OWN] = (OWN, own)
    for case, checkout in compiled.values():
        inside, outside = every_line(known[case])
        for frames in (inside, outside):
            resolver.ask("repository", checkout, "code" if frames is inside else "near miss")
            for frame in frames:
                resolver.ask("frame", *frame)
    answers = resolver.answers()
    for case in known:
        if case == OWN:
            continue
        trace = bench / "traces" / (case + ".txt")
        rows = answers["trace\t%s" % trace]
        printed = [FRAME.match(l) for l in trace.read_text(errors="replace").splitlines()]
        parsed = collections.Counter((r[0], r[1]) for r in rows)
        counts = traces[case.rpartition("-")[0]]
        counts["traces"] += 1
        counts["frames"] += len(rows)
        counts["not parsed"] += sum((collections.Counter(m.group(1, 2) for m in printed if m) - parsed).values())
        for row in rows:
            counts[judge(row, known[case], problems)] += 1
    for project, (case, checkout) in compiled.items():
        for kind in ("code", "near miss"):
            for row in answers["repository\t%s\t%s" % (checkout, kind)]:
                lines[project][kind] += 1
                lines[project][kind + ": " + judge(row, known[case], problems)] += 1
    table(["traces", "frames", "not parsed", "right", "rightly doubted", "wrongly doubted",
           "wrongly believed", "wrong file", "not resolved", "other, passed over",
           "other, taken for the project's"], traces)
    table(["code", "code: right", "code: wrongly doubted", "code: wrong file", "code: not resolved",
           "near miss", "near miss: rightly doubted", "near miss: wrongly believed",
           "near miss: wrong file", "near miss: not resolved"], lines)
    with open(work / "problems.tsv", "w") as out:
        out.writelines("\t".join(row) + "\n" for row in problems)
    print("%d answers to look at: %s" % (len(problems), work / "problems.tsv"), file=sys.stderr)


if __name__ == "__main__":
    main()
