#!/usr/bin/env python3
"""Times searches for amorphous regions beside the same loop in Python; writes tables of docs/performance.md.

    src/test/scripts/regions.py            from the project's folder, on an idle machine
    src/test/scripts/regions.py --quick    prints only, with one round, without the largest image

Both sides have the same image (simulated YBa2Cu3O7 with an amorphous zone), the same atoms and
the same 60 configurations: those that the search here tried. In Python each is worked out on
its own, as published scripts do: patches, principal components, mixture, mask of the nearest
atom's pixels, dilation, regions, perimeter, compactness. Both use all cores. Needs numpy,
scikit-learn and scikit-image (Debian: python3-sklearn, python3-skimage).
"""
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings

import numpy
import skimage
import sklearn
from scipy.ndimage import distance_transform_edt
from skimage.measure import label, regionprops
from skimage.morphology import binary_dilation, disk
from sklearn.decomposition import PCA
from sklearn.mixture import GaussianMixture

import beside

QUICK = "--quick" in sys.argv[1:]
ROUNDS = {512: 1} if QUICK else {512: 3, 2048: 1}
STEPS = ["patches", "components", "mixture", "mask", "regions"]
warnings.filterwarnings("ignore")


class Loop:
    """The loop in Python, with what each step took."""

    def __init__(self, folder, size):
        self.image = numpy.fromfile(os.path.join(folder, "image.raw"), dtype="<f4").reshape(size, size)
        self.truth = numpy.fromfile(os.path.join(folder, "truth.raw"), dtype="u1").reshape(size, size) > 0
        self.atoms = numpy.rint(numpy.loadtxt(os.path.join(folder, "atoms.csv"), delimiter=",")).astype(int)
        with open(os.path.join(folder, "configurations.csv")) as file:
            self.configurations = [(int(w), int(d), int(k), c.replace("diagonal", "diag"), float(t), float(r))
                                   for w, d, k, c, t, r in csv.reader(file)]
        self.spent = dict.fromkeys(STEPS, 0)

    def run(self):
        """The median of the masks' intersection over union with the truth."""
        return statistics.median(self.evaluate(*c) for c in self.configurations)

    def step(self, name, work):
        milliseconds, result = beside.timed(work)
        self.spent[name] += milliseconds
        return result

    def evaluate(self, window, dimensions, components, covariance, threshold, radius):
        atoms, patches = self.step("patches", lambda: self.patches(window))
        scores = self.step("components", lambda: PCA(dimensions, random_state=42).fit_transform(patches))
        probability = self.step("mixture", lambda: self.probability(scores, components, covariance))
        mask = self.step("mask", lambda: self.mask(atoms, probability > threshold))
        mask = self.step("regions", lambda: self.regions(mask, radius))
        return (mask & self.truth).sum() / max(1, (mask | self.truth).sum())

    def patches(self, window):
        corner = self.atoms - window // 2
        atoms = self.atoms[((corner >= 0) & (corner + window <= len(self.image))).all(1)]
        return atoms, numpy.array([self.image[y:y + window, x:x + window].ravel()
                                   for x, y in atoms - window // 2])

    @staticmethod
    def probability(scores, components, covariance):
        mixture = GaussianMixture(components, covariance_type=covariance, random_state=42).fit(scores)
        spread = [numpy.trace(numpy.cov(scores.T, aweights=w)) for w in mixture.predict_proba(scores).T]
        return mixture.predict_proba(scores)[:, numpy.argmax(spread)]

    def mask(self, atoms, amorphous):
        places = numpy.zeros(self.image.shape, bool)
        places[atoms[:, 1], atoms[:, 0]] = True
        nearest = distance_transform_edt(~places, return_distances=False, return_indices=True)
        chosen = numpy.zeros(self.image.shape, bool)
        chosen[atoms[amorphous, 1], atoms[amorphous, 0]] = True
        return chosen[tuple(nearest)]

    @staticmethod
    def regions(mask, radius):
        mask = binary_dilation(mask, disk(int(radius)))
        perimeter = sum(r.perimeter for r in regionprops(label(mask))) / (2 * sum(mask.shape))
        _ = mask.mean() / perimeter ** 2 if perimeter else 0
        return mask


def row(java, size, folder):
    atoms = int(java.ask("scene", size, folder)[1])
    java.warm(5, "evaluations")
    loop = Loop(folder, size)
    others, heres, searches = [], [], []
    for _ in range(ROUNDS[size]):
        other, there = beside.timed(loop.run)
        others.append(other)
        milliseconds, here = java.ask("evaluations")
        heres.append(milliseconds)
        searches.append(java.ask("search")[0])
    other, here_, search = (statistics.median(t) * 1e-3 for t in (others, heres, searches))
    steps = ", ".join("%s %.0f %%" % (s, 1e2 * loop.spent[s] / sum(loop.spent.values())) for s in STEPS)
    line = "| %d², %d atoms | %.1f s (%s) | %.2f s | **%.1f** | %.2f s | **%.1f** | %.2f, %.2f |" % (
        size, atoms, other, steps, here_, other / here_, search, other / search, there, here)
    print(line, flush=True)
    return line


def large(path):
    """50 000 atoms in little memory."""
    print(subprocess.run(["java", "-Xmx1g", "-cp", path, "sc.fiji.rewardanalysis.benchmark.LargeScene"],
                         cwd=beside.ROOT, check=True, text=True, stdout=subprocess.PIPE).stdout)


def main():
    rows = ["scikit-learn %s, scikit-image %s, NumPy %s; %d cores; load average %.2f at the start." % (
        sklearn.__version__, skimage.__version__, numpy.__version__, os.cpu_count(), os.getloadavg()[0]), "",
        "| 60 evaluations | Python | here | ratio | here with the search's own proposals | ratio | median IoU, Python and here |",
        "|---|---|---|---|---|---|---|"]
    path = beside.classpath()
    java = beside.Java("RegionTimings", path, "2g")
    for size in ROUNDS:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(row(java, size, folder))
    java.process.stdin.close()
    if not QUICK:
        beside.write("regions", rows)


if __name__ == "__main__":
    main()
