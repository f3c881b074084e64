"""What `git blame --porcelain` says of every line of every text file of a commit.

Answers are rows of text, one for each line, columns separated by tabs:
path, line, commit, author, author mail, author time, committer time, original path, original line.
Control characters and backslashes in names are escaped as in Python. The answers of a whole commit
are kept in MENDGATE_BENCH_CACHE (default: ~/.cache/mendgate-bench), for git takes minutes for them.
"""
import concurrent.futures
import gzip
import os
import re
import subprocess
import tempfile

PROCESSES = 2
BINARY_PREFIX = 8000  # bytes that git looks at to tell text from binary content
UNUSUAL = re.compile(r"[\x00-\x1f\x7f\\]")
ENVIRONMENT = dict(
    os.environ, GIT_CONFIG_GLOBAL="/dev/null", GIT_CONFIG_NOSYSTEM="1", LC_ALL="C.UTF-8"
)


def git(repository, *arguments):
    """Returns what git prints, as bytes."""
    return subprocess.run(
        ["git", "-C", repository, *arguments], capture_output=True, check=True, env=ENVIRONMENT
    ).stdout


def resolve(repository, revision):
    """Returns the full id of a commit."""
    return git(repository, "rev-parse", revision + "^{commit}").decode().strip()


def text_files(repository, commit):
    """Returns the paths (bytes) of regular files that git takes for text, in git's order.

    A file whose content the clone does not have is left out.
    """
    listed = git(repository, "ls-tree", "-r", "-z", commit).split(b"\0")[:-1]
    entries = [entry.split(b"\t", 1) for entry in listed]
    files = [(kind.split(b" ")[2], path) for kind, path in entries if kind.startswith(b"100")]
    batch = subprocess.Popen(
        ["git", "-C", repository, "cat-file", "--batch"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT,
    )
    text = []
    for blob, path in files:
        batch.stdin.write(blob + b"\n")
        batch.stdin.flush()
        head = batch.stdout.readline().split()
        if head[-1] == b"missing":
            continue
        content = batch.stdout.read(int(head[2]) + 1)
        if b"\0" not in content[: min(BINARY_PREFIX, int(head[2]))]:
            text.append(path)
    batch.stdin.close()
    batch.wait()
    return text


def with_bloom_filters(repository, folder):
    """Makes a clone that shares the objects and has a commit graph with changed-path filters."""
    subprocess.run(
        ["git", "clone", "-q", "--bare", "--shared", repository, folder], check=True,
        env=ENVIRONMENT,
    )
    git(folder, "commit-graph", "write", "--reachable", "--changed-paths", "--no-progress")
    return folder


def escaped(text):
    """Keeps what others named from breaking the columns."""
    return UNUSUAL.sub(lambda c: {"\t": "\\t", "\n": "\\n", "\\": "\\\\"}.get(
        c.group(), f"\\x{ord(c.group()):02x}"), text)


def name(raw):
    return escaped(raw.decode("utf-8", "replace"))


def unquoted(path):
    """Takes a path out of the quotes git prints around unusual ones."""
    if not path.startswith(b'"'):
        return path
    return re.sub(
        rb"\\([0-7]{3}|.)",
        lambda m: bytes([int(m.group(1), 8)]) if len(m.group(1)) == 3
        else {b"n": b"\n", b"t": b"\t", b"r": b"\r"}.get(m.group(1), m.group(1)),
        path[1:-1],
    )


def blame(repository, commit, path):
    """Returns the rows of one file."""
    rows, commits, fields, where = [], {}, {}, None
    shown = name(path)
    for row in git(repository, "blame", "--porcelain", commit, "--", os.fsdecode(path)).split(b"\n"):
        if row.startswith(b"\t"):
            known = commits.setdefault(where[0], fields)
            rows.append("\t".join((shown, where[2], where[0], known["author"], known["author-mail"],
                                   known["author-time"], known["committer-time"],
                                   known["filename"], where[1])))
            continue
        key, _, value = row.partition(b" ")
        if len(key) == 40 and row[40:41] == b" ":
            where = row.decode().split(" ")
            fields = {}
        elif key == b"filename":
            original = name(unquoted(value))
            fields["filename"] = original
            commits.get(where[0], fields)["filename"] = original
        elif key.endswith(b"-mail"):
            fields[key.decode()] = name(value[1:-1])
        else:
            fields[key.decode()] = name(value)
    return rows


def answers(repository, commit):
    """Returns the rows of all text files of a commit, from the cache where they are there."""
    cache = os.environ.get(
        "MENDGATE_BENCH_CACHE", os.path.join(os.path.expanduser("~"), ".cache", "mendgate-bench")
    )
    os.makedirs(cache, exist_ok=True)
    kept = os.path.join(cache, commit + ".tsv.gz")
    if not os.path.exists(kept):
        paths = text_files(repository, commit)
        with tempfile.TemporaryDirectory() as folder:
            clone = with_bloom_filters(repository, os.path.join(folder, "clone"))
            with concurrent.futures.ThreadPoolExecutor(PROCESSES) as pool:
                files = list(pool.map(lambda path: blame(clone, commit, path), paths))
        with gzip.open(kept + ".part", "wt", compresslevel=1, newline="\n") as out:
            out.writelines(row + "\n" for rows in files for row in rows)
        os.replace(kept + ".part", kept)
    with gzip.open(kept, "rt", newline="\n") as found:
        return [row.rstrip("\n") for row in found]


if __name__ == "__main__":
    import sys

    for argument in sys.argv[1:]:
        print(argument, len(answers(argument, resolve(argument, "HEAD"))), "lines", flush=True)
