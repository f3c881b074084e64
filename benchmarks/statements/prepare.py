"""Fetches jars and sources from Maven Central, makes a repository of the sources, runs the driver."""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

from systems import BACKEND, OTHER_BACKENDS

HERE = Path(__file__).resolve().parent
LONGEST = 120
KEPT = re.compile(r"(?!META-INF/).*\.(java|properties)$")
# Written by annotation processors while the system was built: no repository has them.
GENERATED = re.compile(r"(_impl|_\$logger|_\$bundle)\.java$")


def sh(*command, cwd=None):
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"failed: {' '.join(map(str, command))[:300]}\n{(done.stdout + done.stderr)[-3000:]}")
    return done.stdout


def pom(artifacts, alone):
    entries = ""
    nothing = "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>"
    for artifact in artifacts:
        group, name, version, *rest = artifact.split(":")
        classifier = f"<classifier>{rest[0]}</classifier>" if rest else ""
        entries += (f"<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId>"
                    f"<version>{version}</version>{classifier}{nothing if alone else ''}</dependency>\n")
    return ("<project xmlns='http://maven.apache.org/POM/4.0.0'><modelVersion>4.0.0</modelVersion>"
            "<groupId>statements</groupId><artifactId>statements</artifactId><version>1</version>"
            f"<dependencies>\n{entries}</dependencies></project>")


def fetch(system, folder):
    """Jars into jars/, sources into sources/."""
    jars, sources = folder / "jars", folder / "sources"
    stamp = folder / "pom.xml"
    wanted = pom(system.artifacts + ([] if system.alone else BACKEND), system.alone)
    if stamp.exists() and stamp.read_text() == wanted and sources.exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    for old in (jars, sources):
        shutil.rmtree(old, ignore_errors=True)
    stamp.write_text(wanted)
    copy = ["mvn", "-q", "-B", "-f", stamp, "dependency:copy-dependencies"]
    sh(*copy, f"-DoutputDirectory={jars}", "-DincludeScope=runtime")
    groups = ",".join(sorted({s.split(":")[0] for s in system.sources}))
    sh(*copy, f"-DoutputDirectory={sources}", "-Dclassifier=sources", f"-DincludeGroupIds={groups}",
       "-Dmdep.failOnMissingClassifierArtifact=false")
    for jar in jars.iterdir():
        if re.match(OTHER_BACKENDS, jar.name):
            jar.unlink()


def repository(system, folder):
    """One commit of the unpacked sources: what the statements were compiled from."""
    repo = folder / "repo"
    if (repo / ".git" / "HEAD").exists():
        return repo
    prefixes = tuple(s.split(":")[1] for s in system.sources)
    for jar in sorted((folder / "sources").glob("*-sources.jar")):
        if jar.name.startswith(prefixes):
            unpack(jar, repo / jar.name.removesuffix("-sources.jar"))
            binary = folder / "jars" / jar.name.replace("-sources", "")
            if binary.exists():
                unpack(binary, repo / jar.name.removesuffix("-sources.jar"), ".properties")
    identity = ["-c", "user.name=statements", "-c", "user.email=statements@localhost"]
    sh("git", "init", "-q", cwd=repo)
    sh("git", "add", "-A", cwd=repo)
    sh("git", *identity, "commit", "-qm", "sources", cwd=repo)
    return repo


def unpack(jar, folder, suffix=""):
    with zipfile.ZipFile(jar) as archive:
        for entry in archive.namelist():
            target = folder / "src/main/java" / entry
            if KEPT.match(entry) and not GENERATED.search(entry) and entry.endswith(suffix) and ".." not in entry and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(entry))


def record(system, folder):
    """Runs the driver; returns the file of its records."""
    records = folder / "records.jsonl"
    driver = system.name.capitalize()
    sources = [HERE / "drivers" / f"{name}.java" for name in (driver, "Truth", "Bridge")]
    program = folder / "program.java"
    if records.exists() and program.exists() and program.read_text() == sources[0].read_text():
        return records
    classes, run = folder / "classes", folder / "run"
    for old in (classes, run):
        shutil.rmtree(old, ignore_errors=True)
        old.mkdir()
    path = ":".join([str(classes), *map(str, sorted((folder / "jars").glob("*.jar")))])
    sh("javac", "-nowarn", "-proc:none", "-parameters", "-d", classes, "-cp", path, *sources)
    shutil.copy(HERE / "drivers" / "logback.xml", classes)
    partial = folder / "records.part"
    java = ["java", "-XX:TieredStopAtLevel=1", f"-Dtruth.file={partial}", *system.options, "-cp", path, driver]
    with open(folder / "driver.out", "w") as out, subprocess.Popen(java, cwd=run, stdout=out, stderr=out) as process:
        try:
            process.wait(LONGEST)
        except subprocess.TimeoutExpired:
            process.terminate()
    if not partial.exists() or not partial.stat().st_size:
        raise SystemExit(f"{system.name}: the driver wrote no records; see {folder}/driver.out")
    partial.rename(records)
    shutil.copy(sources[0], program)
    return records
