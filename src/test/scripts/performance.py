#!/usr/bin/env python3
"""Times this project beside other programs and writes the tables of docs/performance.md.

    src/test/scripts/performance.py            from the project's folder, on an idle machine

Calls take turns, so that whatever else the machine does hits all alike; medians are
given. Needs numpy and scikit-image (Debian: python3-skimage). As far as they are there:
torch for the network's row; the environment variable IMGLIB2_ALGORITHM, a class path with
imglib2-algorithm and the Fourier convolution of imglib2-algorithm-gpl, for TrackMate's recipe.
"""
import datetime
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time

if sys.argv[1:] != ["network"]:
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[variable] = "1"
import numpy
import scipy
import skimage
from skimage.feature import blob_log

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")
DOCUMENT = os.path.join(ROOT, "docs", "performance.md")
ROUNDS = {256: 15, 512: 11, 1024: 9, 2048: 5}
LARGER = {4096: 3, 8192: 3}
CORES = os.cpu_count()


class Java:
    """The other side of the pipe: sc.fiji.rewardanalysis.benchmark.Timings."""

    def __init__(self):
        maven = ["mvn", "-q", "-B", "test-compile", "dependency:build-classpath",
                 "-Dmdep.outputFile=target/classpath.txt", "-Dmdep.includeScope=test"]
        subprocess.run(maven, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        with open(os.path.join(ROOT, "target", "classpath.txt")) as file:
            self.path = file.read().strip()
        self.process = subprocess.Popen(
            ["java", "-Xmx6g", "-cp", "target/test-classes:target/classes:" + self.path,
             "sc.fiji.rewardanalysis.benchmark.Timings"], cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, *command):
        """Milliseconds and a count."""
        print(*command, file=self.process.stdin, flush=True)
        answer = self.process.stdout.readline().split()
        return float(answer[0]), int(answer[1])

    def warm(self, seconds, *command):
        """Repeats a command until the compiler is done with it."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self.ask(*command)

    def median(self, rounds, *command):
        return statistics.median(self.ask(*command)[0] for _ in range(rounds))


def scikit_image(image):
    start = time.perf_counter()
    blobs = blob_log(image, min_sigma=3, max_sigma=8, num_sigma=10, threshold=0.05, overlap=0.5)
    return (time.perf_counter() - start) * 1e3, len(blobs)


def read(java, size, folder):
    file = os.path.join(folder, str(size) + ".raw")
    java.ask("write", size, file)
    return numpy.fromfile(file, dtype="<f4").reshape(size, size), file


def detection(java, folder):
    rows = ["| image | scikit-image | here, 1 thread | ratio | here, %d threads | ratio | another threshold | ratio |" % CORES,
            "|---|---|---|---|---|---|---|---|"]
    for size, rounds in ROUNDS.items():
        image, _ = read(java, size, folder)
        for threads in 1, CORES:
            java.warm(6, "detect", size, threads)
        java.warm(2, "reevaluate", size)
        times = [[], [], [], []]
        for _ in range(rounds):
            results = (scikit_image(image), java.ask("detect", size, 1), java.ask("detect", size, CORES))
            if len({count for _, count in results}) > 1:
                sys.exit("The numbers of blobs differ: " + str(results))
            for list_, (milliseconds, _) in zip(times, results):
                list_.append(milliseconds)
            times[3].append(java.median(9, "reevaluate", size))
        other, one, all_, again = map(statistics.median, times)
        rows.append("| %d² | %.0f ms | %.1f ms | **%.1f** | %.1f ms | **%.1f** | %.2f ms | **%.0f** |" % (
            size, other, one, other / one, all_, other / all_, again, other / again))
    for size, rounds in LARGER.items():
        java.warm(1, "detect", size, CORES)
        rows.append("| %d² | | %.0f ms | | %.0f ms | | | |" % (
            size, java.median(rounds, "detect", size, 1), java.median(rounds, "detect", size, CORES)))
    return rows


def trackmate(java, folder):
    jar = os.environ.get("IMGLIB2_ALGORITHM")
    if not jar:
        return ["Not measured: IMGLIB2_ALGORITHM is not set."]
    rows = ["| image | TrackMate's recipe, 1 thread | here | ratio | recipe, %d threads | here | ratio |" % CORES,
            "|---|---|---|---|---|---|---|"]
    for size in 1024, 2048:
        _, file = read(java, size, folder)
        cells = []
        for threads in 1, CORES:
            recipe = float(subprocess.run(
                ["java", "-cp", jar + ":" + java.path, "src/test/scripts/TrackMateRecipe.java", file,
                 str(size), str(threads)], cwd=ROOT, check=True, capture_output=True, text=True).stdout)
            java.warm(3, "filter", size, threads)
            here = java.median(15, "filter", size, threads)
            cells += ["%.0f ms" % recipe, "%.1f ms" % here, "**%.1f**" % (recipe / here)]
        rows.append("| %d² | %s |" % (size, " | ".join(cells)))
    return rows


def network(java):
    java.warm(15, "search", 256)
    rows = ["| at 256², %d threads | |" % CORES, "|---|---|",
            "| a whole LoG* with the exact search | **%.0f ms** |" % java.median(31, "search", 256)]
    # Another process, in which the library may use all cores.
    free = {k: v for k, v in os.environ.items() if not k.endswith("_NUM_THREADS")}
    answer = subprocess.run([sys.executable, os.path.abspath(__file__), "network"], env=free,
                            capture_output=True, text=True)
    return rows + (answer.stdout.splitlines() or ["| U-Net | not measured: no torch |"])


def forward_passes():
    import torch
    torch.set_num_threads(CORES)
    for base in 16, 64:
        net = unet(torch, base).eval()
        image = torch.rand(1, 1, 256, 256)
        times = []
        with torch.no_grad():
            for _ in range(20):
                start = time.perf_counter()
                net(image)
                times.append((time.perf_counter() - start) * 1e3)
        print("| a forward pass of a U-Net with %.1f M parameters (torch %s) | %.0f ms |" % (
            sum(p.numel() for p in net.parameters()) / 1e6, torch.__version__, statistics.median(times[5:])))


def unet(torch, base):
    """Three levels, two 3 x 3 convolutions each: what finds atoms in the literature."""
    nn = torch.nn

    def block(inputs, outputs):
        return nn.Sequential(nn.Conv2d(inputs, outputs, 3, padding=1), nn.ReLU(),
                             nn.Conv2d(outputs, outputs, 3, padding=1), nn.ReLU())

    class Level(nn.Module):
        def __init__(self, inputs, width, depth):
            super().__init__()
            self.down = block(inputs, width)
            self.inner = Level(width, 2 * width, depth - 1) if depth else None
            self.up = block(3 * width, width) if depth else None

        def forward(self, x):
            x = self.down(x)
            if not self.inner:
                return x
            y = self.inner(nn.functional.max_pool2d(x, 2))
            y = nn.functional.interpolate(y, scale_factor=2, mode="bilinear", align_corners=False)
            return self.up(torch.cat([y, x], 1))

    return nn.Sequential(Level(1, base, 3), nn.Conv2d(base, 1, 1))


def floor(java):
    """What the arithmetic and the memory would take by themselves at 1024², one thread."""
    sigmas = numpy.linspace(3, 8, 10)
    radii = (4 * sigmas + 0.5).astype(int)
    # A pair of pixels makes five operations along x, for two results, and six along y.
    # Tiles of 512 have a rim of the widest kernel.
    operations = 1024**2 * sum(5 * r * (1 + 2 * radii.max() / 512) + 6 * r for r in radii)
    # Written and read once: both passes' results, the plane; read twice more to compare.
    planes = 2 * 2 + 2 + 2
    moved = len(radii) * planes * 1024 * 1024 * 4
    java.warm(3, "copy")
    java.warm(3, "multiply")
    # A copy of 4 MiB reads and writes them, a hundred times.
    bandwidth = 100 * 2 * 4 * 2**20 / (java.median(9, "copy") * 1e-3)
    rate = 1e9 / (java.median(9, "multiply") * 1e-3)
    java.warm(4, "detect", 1024, 1)
    total = java.median(21, "detect", 1024, 1)
    return ["| 1024², ten scales, one thread | |", "|---|---|",
            "| multiplications and additions of the one-dimensional filters | %.2f · 10⁹ |" % (operations / 1e9),
            "| measured rate of their inner loop on arrays in the first cache | %.1f · 10⁹/s |" % (rate / 1e9),
            "| the arithmetic alone | %.0f ms |" % (operations / rate * 1e3),
            "| bytes that must move between the passes | %.0f MB |" % (moved / 1e6),
            "| measured copy bandwidth | %.1f GB/s |" % (bandwidth / 1e9),
            "| the memory alone | %.0f ms |" % (moved / bandwidth * 1e3),
            "| measured detection | %.0f ms |" % total,
            "| times the arithmetic | **%.1f** |" % (total / (operations / rate * 1e3))]


def machine():
    with open("/proc/cpuinfo") as file:
        model = re.search("model name\\s*: (.*)", file.read())
    java = subprocess.run(["java", "-version"], capture_output=True, text=True).stderr.splitlines()[0]
    return ("%s, %d cores (%s), Linux %s, %s; Python %s, NumPy %s, SciPy %s, scikit-image %s. %s; load average %.2f at the start." % (
        model.group(1) if model else platform.processor(), CORES, platform.machine(), platform.release(), java,
        platform.python_version(), numpy.__version__, scipy.__version__, skimage.__version__,
        datetime.date.today().isoformat(), os.getloadavg()[0]))


def main():
    where = machine()
    java = Java()
    with tempfile.TemporaryDirectory() as folder:
        tables = {"detection": detection(java, folder), "trackmate": trackmate(java, folder),
                  "network": network(java), "floor": floor(java), "machine": [where]}
    with open(DOCUMENT, encoding="utf-8") as file:
        text = file.read()
    for name, rows in tables.items():
        block = "<!-- %s -->\n%s\n<!-- end -->" % (name, "\n".join(rows))
        text, found = re.subn("<!-- %s -->.*?<!-- end -->" % name, lambda _: block, text, flags=re.S)
        if not found:
            sys.exit("docs/performance.md has no place for the table " + name)
        print("\n".join(rows), end="\n\n")
    with open(DOCUMENT, "w", encoding="utf-8") as file:
        file.write(text)


if __name__ == "__main__":
    forward_passes() if sys.argv[1:] == ["network"] else main()
