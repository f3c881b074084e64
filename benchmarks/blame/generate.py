#!/usr/bin/env python3
"""Writes a large repository to measure on: long history, branches with merges, renames.

usage: benchmarks/blame/generate.py FOLDER [COMMITS [FILES]]

FOLDER becomes a bare repository of COMMITS commits (100000) with about FILES files (5000) of 200
lines each at its head. The same numbers make the same repository. Files are touched as in real
projects: few of them very often. A commit in twenty is a merge of a branch of 2 to 20 commits.
"""
import random
import subprocess
import sys

MIDDLE = b"  // ---- members below, state above ----\n"
BRANCHES = 6


class History:
    """Plans commits as (parents, changes); a version of a file is a number until it is written."""

    def __init__(self, commits, files, seed=1):
        self.random = random.Random(seed)
        self.versions = []  # (file, first parent version or None, other version or None)
        self.commits = []  # (first parent, other parent or None, [(old path, path, version)])
        self.paths = []
        self.main = {}
        self.branches = []
        self.length, self.files = commits, files
        self.busy = []
        self.run()

    def run(self):
        self.commit(None, None, [self.created() for _ in range(self.files // 10)], self.main)
        self.tip = 0
        while len(self.commits) < self.length:
            chance = self.random.random()
            if chance < 0.05 and len(self.branches) < BRANCHES:
                left = self.random.randint(2, 20)
                self.branches.append([self.tip, dict(self.main), {}, left])
            elif self.branches and chance < 0.6:
                self.on_branch(self.random.choice(self.branches))
            else:
                self.on_main()

    def version(self, file, parent=None, other=None):
        self.versions.append((file, parent, other))
        return len(self.versions) - 1

    def created(self):
        file = len(self.paths)
        package = f"src/main/java/org/example/m{file % 40}/p{file % 7}"
        self.paths.append(f"{package}/Type{file}.java")
        self.busy.extend([file] * (1 + int(self.random.paretovariate(0.9)) % 60))
        return (None, file, self.version(file))

    def touched(self, known):
        found = []
        while not found or self.random.random() < 0.45:
            file = self.random.choice(self.busy)
            if file in known and file not in found:
                found.append(file)
        return [(None, file, self.version(file, known[file])) for file in found]

    def commit(self, parent, other, changes, state):
        listed = []
        for old, file, version in changes:
            listed.append((old, self.paths[file], version))
            state[file] = version
        self.commits.append((parent, other, listed))
        return len(self.commits) - 1

    def on_main(self):
        changes = self.touched(self.main)
        if len(self.paths) < self.files * (0.1 + 0.9 * len(self.commits) / self.length):
            changes.append(self.created())
        elif not self.branches and self.random.random() < 0.2:
            changes.extend(self.renamed(changes))
        self.tip = self.commit(self.tip, None, changes, self.main)

    def renamed(self, changes):
        taken = {file for _, file, _ in changes}
        number = len(self.commits)
        if self.random.random() < 0.03:
            folder = self.paths[self.random.choice(self.busy)].rsplit("/", 1)[0]
            moved = [f for f, path in enumerate(self.paths) if path.startswith(folder + "/")]
        else:
            moved = [self.random.choice(self.busy)]
        for file in moved:
            if file not in taken:
                old = self.paths[file]
                name = old.rsplit("/", 1)[1]
                self.paths[file] = f"src/main/java/org/example/m{number % 40}/r{number}/{name}"
                edited = self.random.random() < 0.5
                version = self.version(file, self.main[file]) if edited else self.main[file]
                yield (old, file, version)

    def on_branch(self, branch):
        tip, state, changed, left = branch
        if left == 0:
            self.merge(branch)
            return
        changes = self.touched(state)
        for _, file, version in changes:
            changed.setdefault(file, state[file])
        branch[0] = self.commit(tip, None, changes, state)
        branch[3] = left - 1

    def merge(self, branch):
        tip, state, changed, _ = branch
        changes = []
        for file, base in changed.items():
            ours, theirs = self.main[file], state[file]
            merged = theirs if ours == base else self.version(file, ours, theirs)
            changes.append((None, file, merged))
        self.tip = self.commit(self.tip, tip, changes, self.main)
        self.branches.remove(branch)


class Texts:
    """Writes the versions of one file after another, which keeps them small in the pack."""

    def __init__(self, seed=2):
        self.random = random.Random(seed)
        self.statements = [
            b"    return value;\n", b"    }\n", b"\n", b"    if (value == null) {\n",
            b"      throw new IllegalArgumentException(name);\n", b"  @Override\n", b"  }\n",
        ]

    def line(self):
        if self.random.random() < 0.45:
            return self.random.choice(self.statements)
        number = self.random.getrandbits(40)
        return b"    int field%d = compute(%d, %d);\n" % (number % 997, number % 65537, number)

    def created(self):
        lines = self.random.randint(20, 330)
        return [[self.line() for _ in range(lines // 2)], [self.line() for _ in range(lines // 2)]]

    def edited(self, halves):
        halves = [list(half) for half in halves]
        for _ in range(1 + int(self.random.paretovariate(1.4)) % 8):
            half = halves[self.random.getrandbits(1)]
            at = self.random.randint(0, len(half))
            added = [self.line() for _ in range(self.random.randint(0, 6))]
            half[at : at + self.random.randint(0, 5)] = added
        return halves


def write(history, out):
    texts = Texts()
    of_file = {}
    for number, (file, _, _) in enumerate(history.versions):
        of_file.setdefault(file, []).append(number)
    for numbers in of_file.values():
        known = {}
        for number in numbers:
            _, parent, other = history.versions[number]
            if parent is None:
                halves = texts.created()
            elif other is None:
                halves = texts.edited(known[parent])
            else:
                halves = [known[parent][0], known[other][1]]
            known[number] = halves
            content = b"".join(halves[0]) + MIDDLE + b"".join(halves[1])
            out.write(b"blob\nmark :%d\ndata %d\n%s\n" % (number + 1, len(content), content))
    first = len(history.versions) + 1
    for number, (parent, other, changes) in enumerate(history.commits):
        who = b"Person %d <person%d@example.org> %d +0000\n" % (
            number % 61, number % 61, 1_200_000_000 + number * 3600)
        out.write(b"reset refs/heads/main\ncommit refs/heads/main\nmark :%d\n" % (first + number))
        out.write(b"author " + who + b"committer " + who + b"data 7\nchange\n\n")
        if parent is not None:
            out.write(b"from :%d\n" % (first + parent))
        if other is not None:
            out.write(b"merge :%d\n" % (first + other))
        for old, path, version in changes:
            if old is not None:
                out.write(b"D " + old.encode() + b"\n")
            out.write(b"M 100644 :%d %s\n" % (version + 1, path.encode()))
        out.write(b"\n")
    out.write(b"reset refs/heads/main\nfrom :%d\n\n" % (first + history.tip))


def main():
    if len(sys.argv) not in (2, 3, 4):
        sys.exit(__doc__)
    folder = sys.argv[1]
    commits = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    files = int(sys.argv[3]) if len(sys.argv) > 3 else 5_000
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", folder], check=True)
    importer = subprocess.Popen(
        ["git", "-C", folder, "fast-import", "--quiet", "--depth=50"], stdin=subprocess.PIPE
    )
    write(History(commits, files), importer.stdin)
    importer.stdin.close()
    sys.exit(importer.wait())


if __name__ == "__main__":
    main()
