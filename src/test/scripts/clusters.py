#!/usr/bin/env python3
"""Times principal components and mixtures beside scikit-learn; writes a table of docs/performance.md.

    src/test/scripts/clusters.py            from the project's folder, on an idle machine
    src/test/scripts/clusters.py --quick    prints only, with fewer rounds

Both sides work on the same files: 50 000 patches of 32 x 32 px around the atoms of simulated
YBa2Cu3O7 with amorphous zones, and their scores. Calls take turns, medians are given. Both
use all cores (scikit-learn by its BLAS). Needs numpy and scikit-learn (Debian: python3-sklearn).
"""
import os
import statistics
import sys
import tempfile
import warnings

import numpy
import sklearn
from sklearn.decomposition import PCA
from sklearn.mixture import GaussianMixture

import beside
from beside import timed

QUICK = "--quick" in sys.argv[1:]
ROUNDS = 3 if QUICK else 9
WARM = 3 if QUICK else 8
STEPS = 20
NUMBER, WINDOW, MOST = 50000, 32, 50
TYPES = {"full": "FULL", "tied": "TIED", "diag": "DIAGONAL", "spherical": "SPHERICAL"}
warnings.filterwarnings("ignore")


def em(points, k, kind, steps):
    """From the same start as ClusterTimings."""
    variance = points.var(0)
    d = points.shape[1]
    precision = {"full": numpy.repeat(numpy.diag(1 / variance)[None], k, 0), "tied": numpy.diag(1 / variance),
                 "diag": numpy.repeat((1 / variance)[None], k, 0),
                 "spherical": numpy.full(k, 1 / variance.mean())}[kind]
    return GaussianMixture(
        k, covariance_type=kind, tol=0, max_iter=steps, weights_init=numpy.full(k, 1 / k),
        means_init=points[[len(points) // (k + 1) * (c + 1) for c in range(k)]],
        precisions_init=precision, init_params="random", random_state=0).fit(points).lower_bound_


def close(one, other, near, what):
    if abs(one - other) > near * max(1, abs(one)):
        sys.exit("%s: %.10g and %.10g differ" % (what, one, other))


def row(name, other, here, format_="%.1f"):
    other, here = statistics.median(other), statistics.median(here)
    line = ("| %s | " + format_ + " ms | " + format_ + " ms | **%.1f** |") % (name, other, here, other / here)
    print(line, flush=True)
    return line


def principal(java, patches):
    java.warm(WARM, "pca", 10)
    others, heres = [], []
    for _ in range(ROUNDS):
        fit = PCA(10, svd_solver="randomized", random_state=0)
        others.append(timed(lambda: fit.fit_transform(patches))[0])
        here, variance = java.ask("pca", 10)
        heres.append(here)
        close(fit.explained_variance_.sum(), variance, 1e-5, "explained variance")
    return row("components and scores, 50 000 × 1024 to 10", others, heres, "%.0f")


def step(java, points, k, kind):
    d = points.shape[1]
    java.warm(WARM, "em", d, k, TYPES[kind], 1 + STEPS)
    others, heres = [], []
    for _ in range(ROUNDS):
        other = [timed(lambda: em(points, k, kind, n)) for n in (1, 1 + STEPS)]
        here = [java.ask("em", d, k, TYPES[kind], n) for n in (1, 1 + STEPS)]
        close(other[1][1], here[1][1], 1e-7, "log-likelihood, " + kind)
        others.append((other[1][0] - other[0][0]) / STEPS)
        heres.append((here[1][0] - here[0][0]) / STEPS)
    return row("a step, %d dimensions, %d components, %s" % (d, k, TYPES[kind].lower()), others, heres)


def whole(java, points, k, kind):
    d = points.shape[1]
    java.warm(WARM, "fit", d, k, TYPES[kind])
    others, heres = [], []
    for _ in range(max(1, ROUNDS // 3)):
        other, model = timed(lambda: GaussianMixture(k, covariance_type=kind, tol=1e-5, max_iter=500,
                                                     random_state=0).fit(points))
        here, likelihood = java.ask("fit", d, k, TYPES[kind])
        others.append(other)
        heres.append(here)
    return row("a whole fit, %d dimensions, %d components, %s; log-likelihood a point %.4f and %.4f" % (
        d, k, TYPES[kind].lower(), model.lower_bound_, likelihood), others, heres, "%.0f")


def main():
    load = os.getloadavg()[0]
    java = beside.Java("ClusterTimings", beside.classpath(), "3g")
    rows = ["scikit-learn %s, NumPy %s; %d cores; load average %.2f at the start." % (
        sklearn.__version__, numpy.__version__, os.cpu_count(), load), "",
        "| 50 000 atoms | scikit-learn | here | ratio |", "|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, "patches.raw")
        java.ask("patches", NUMBER, file)
        patches = numpy.fromfile(file, dtype="<f4").reshape(NUMBER, WINDOW * WINDOW)
        java.ask("points", MOST, file)
        scores = numpy.fromfile(file, dtype="<f8").reshape(NUMBER, MOST)
    rows.append(principal(java, patches))
    for d in 10, 50:
        points = numpy.ascontiguousarray(scores[:, :d])
        for k in 2, 4:
            rows += [step(java, points, k, kind) for kind in TYPES]
    points = numpy.ascontiguousarray(scores[:, :10])
    rows += [whole(java, points, k, kind) for k in (2, 4) for kind in ("full", "diag")]
    if not QUICK:
        beside.write("clusters", rows)


if __name__ == "__main__":
    main()
