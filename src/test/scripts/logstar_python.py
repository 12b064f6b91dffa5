#!/usr/bin/env python3
"""LoG* as the paper's Python stack does it, on the images of LogStarStudy.

scikit-image's blob_log, scikit-optimize's gp_minimize on QC + ER, the plain count
|n - expected| / expected of the whole frame, DS = 0.9 nm. Prints one CSV line a run:
F1 within 0.05 nm, without what lies within 0.1 nm of the border.

  logstar_python.py FOLDER [--parameters 2|5] [--size 256] [--seeds 3] [--images 3] [--noise 0.1 0.3 0.6]

FOLDER holds the ybco_*.tif and ybco_*_truth.csv that `LogStarStudy SIZE 60 FOLDER` wrote.
Needs scikit-image, scikit-optimize 0.9 (put its source on PYTHONPATH where no package
exists), tifffile and scipy.
"""
import argparse
import csv
import sys
import time

import numpy as np
np.int = int  # scikit-optimize 0.9 predates NumPy 1.24
import skopt
import tifffile
from scipy.spatial import cKDTree
from skimage.feature import blob_log

PIXEL, CELL, COLUMNS, DS, TOLERANCE, RIM = 0.015, 0.3887 * 1.168, 6, 0.9, 0.05, 0.1
SPACES = {2: [(0.005, 0.5), (0.0, 1.0)],
          5: [(1.0, 5.0), (5.0, 12.0), (3, 15), (0.005, 0.5), (0.0, 1.0)]}


def detect(image, x):
    low, high, number, threshold, overlap = x if len(x) == 5 else (3, 8, 10, *x)
    return blob_log(image, min_sigma=low, max_sigma=high, num_sigma=int(number),
                    threshold=threshold, overlap=overlap)


def rewards(blobs, expected):
    count_error = abs(len(blobs) - expected) / expected
    if len(blobs) < 2:
        return count_error, 0.0
    distances = cKDTree(blobs[:, :2]).query(blobs[:, :2], k=min(5, len(blobs)))[0]
    return count_error, (distances[:, 1:].sum(1) * PIXEL < DS).sum() / expected


def f1(blobs, truth, shape):
    near = cKDTree(truth).query(blobs[:, :2], k=3, distance_upper_bound=TOLERANCE / PIXEL)
    pairs = sorted((d, i, j) for i, (ds, js) in enumerate(zip(*near)) for d, j in zip(ds, js)
                   if np.isfinite(d))
    found, hit = {}, set()
    for _, i, j in pairs:
        if i not in found and j not in hit:
            found[i] = j
            hit.add(j)
    inside = lambda p: np.all((p >= RIM / PIXEL - 0.5) & (p < np.array(shape) - 0.5 - RIM / PIXEL))
    true = sum(inside(truth[j]) for j in hit)
    false = sum(inside(b[:2]) for i, b in enumerate(blobs) if i not in found)
    missed = sum(inside(t) for j, t in enumerate(truth) if j not in hit)
    return 2 * true / max(1, 2 * true + false + missed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--parameters", type=int, default=2, choices=[2, 5])
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--images", type=int, default=3)
    parser.add_argument("--noise", type=float, nargs="+", default=[0.1, 0.3, 0.6])
    parser.add_argument("--evaluations", type=int, default=60)
    a = parser.parse_args()
    print("image,noise,seed,parameters,f1,n,QC,ER,seconds")
    for noise in a.noise:
        for number in range(1, a.images + 1):
            name = f"{a.folder}/ybco_{a.size}_{number}_noise{noise}"
            image = tifffile.imread(name + ".tif").astype(np.float32)
            with open(name + "_truth.csv") as rows:
                truth = np.array([(float(r["y"]), float(r["x"])) for r in csv.DictReader(rows)])
            expected = COLUMNS * image.size * PIXEL ** 2 / CELL
            for seed in range(a.seeds):
                start = time.perf_counter()
                best = skopt.gp_minimize(lambda x: float(sum(rewards(detect(image, x), expected))),
                                         SPACES[a.parameters], n_calls=a.evaluations,
                                         n_initial_points=10, random_state=seed).x
                seconds = time.perf_counter() - start
                blobs = detect(image, best)
                qc, er = rewards(blobs, expected)
                print(f"{number},{noise},{seed},{a.parameters},{f1(blobs, truth, image.shape):.4f},"
                      f"{len(blobs)},{qc:.4f},{er:.4f},{seconds:.2f}")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
