"""Runs BlameBench.java against the built gateway."""
import glob
import os
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
HOME = os.path.dirname(os.path.dirname(HERE))

# What the launcher gives a command that is over in seconds, and the server.
COMMAND = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
SERVER = ["-XX:+UseG1GC"]


class Bench:
    """The compiled harness; a context manager, for it needs a scratch folder."""

    def __init__(self):
        subprocess.run(
            [os.path.join(HOME, "mendgate"), "--version"], check=True, stdout=subprocess.DEVNULL
        )
        self.scratch = tempfile.TemporaryDirectory(prefix="mendgate-bench-")
        target = os.path.join(HOME, "gateway", "target")
        self.classes = ":".join(
            [self.scratch.name, os.path.join(target, "mendgate-gateway.jar")]
            + glob.glob(os.path.join(target, "lib", "*.jar"))
        )
        subprocess.run(
            ["javac", "-proc:none", "-d", self.scratch.name, "-cp", self.classes,
             os.path.join(HERE, "BlameBench.java")], check=True,
        )

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.scratch.cleanup()

    def command(self, options, name, repository, folder, *arguments):
        """Returns a command line; FOLDER keeps what is indexed."""
        return ["java", "--enable-native-access=ALL-UNNAMED", "-Dfile.encoding=UTF-8",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", *options,
                "-cp", self.classes, "BlameBench", name, repository, folder,
                *(str(argument) for argument in arguments)]

    def run(self, options, name, repository, *arguments, paths=()):
        """Returns name -> list of (wall, CPU) as the harness measured them."""
        with tempfile.TemporaryDirectory(prefix="mendgate-bench-") as folder:
            out = subprocess.run(
                self.command(options, name, repository, folder, *arguments),
                input=b"".join(path + b"\0" for path in paths), stdout=subprocess.PIPE, check=True,
            ).stdout.decode()
        found = {}
        for row in out.splitlines():
            what, wall, cpu = row.split(" ")
            found.setdefault(what, []).append((float(wall), float(cpu)))
        return found


