# The job of Optimize_Atom_Finding.ijm from CPython, and how its result is read.
# Needs "pip install pyimagej", a Java from 17 on, and a Fiji with this plugin:
#
#     python pyimagej_example.py /path/to/Fiji results
import csv
import os
import sys


def optimize(ij, output_folder):
    """Opens a sample and finds its atoms; inputs that are left out have their defaults."""
    commands = ij.command()
    package = "sc.fiji.rewardanalysis.command."
    sample = commands.run(package + "OpenSample", True,
                          ij.py.jargs("sample", "ybco-noise0.1")).get()
    found = commands.run(package + "OptimizeAtomFinding", True, ij.py.jargs(
        "image", sample.getOutput("opened"), "lattice", "YBa2Cu3O7-100",
        "evaluations", 60, "seed", 1, "output_folder", output_folder)).get()
    if found.isCanceled():
        raise RuntimeError(str(found.getCancelReason()))


def read(folder, name):
    with open(os.path.join(folder, name), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def report(folder):
    for solution in read(folder, "pareto.csv"):
        if solution["picked"] == "1":
            for name in ["min_sigma_px", "max_sigma_px", "threshold", "overlap", "QC", "ER"]:
                print(name, "=", solution[name])
    print(len(read(folder, "evaluations.csv")), "evaluations")
    print(len(read(folder, "atoms.csv")), "atoms")


if __name__ == "__main__":
    import imagej

    results = os.path.abspath(sys.argv[2])
    optimize(imagej.init(sys.argv[1], mode="headless"), results)
    report(results)
