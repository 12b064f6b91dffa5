"""What scripts share that time this project beside another program: a pipe to Java, and tables."""
import os
import re
import subprocess
import sys
import time

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
DOCUMENT = os.path.join(ROOT, "docs", "performance.md")


def classpath():
    """Builds the project."""
    subprocess.run(["mvn", "-q", "-B", "test-compile", "dependency:build-classpath",
                    "-Dmdep.outputFile=target/classpath.txt", "-Dmdep.includeScope=test"],
                   cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    with open(os.path.join(ROOT, "target", "classpath.txt")) as file:
        return "target/test-classes:target/classes:" + file.read().strip()


class Java:
    """The other side of the pipe, a class of sc.fiji.rewardanalysis.benchmark."""

    def __init__(self, main, path, heap):
        self.process = subprocess.Popen(
            ["java", "-Xmx" + heap, "-cp", path, "sc.fiji.rewardanalysis.benchmark." + main], cwd=ROOT,
            text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, *command):
        """The numbers of the answer, the first of which are milliseconds."""
        print(*command, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit("no answer to " + " ".join(map(str, command)))
        return [float(a) for a in answer.split()]

    def warm(self, seconds, *command):
        """Repeats a command until the compiler is done with it."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.ask(*command)


def timed(work):
    """Milliseconds and the result."""
    start = time.perf_counter()
    result = work()
    return (time.perf_counter() - start) * 1e3, result


def write(name, rows):
    """Puts lines in their place in docs/performance.md."""
    with open(DOCUMENT, encoding="utf-8") as document:
        text = document.read()
    text, found = re.subn("<!-- %s -->.*?<!-- end -->" % name, lambda _: "<!-- %s -->\n%s\n<!-- end -->" % (
        name, "\n".join(rows)), text, flags=re.S)
    if not found:
        sys.exit("docs/performance.md has no place for the table " + name)
    with open(DOCUMENT, "w", encoding="utf-8") as document:
        document.write(text)
