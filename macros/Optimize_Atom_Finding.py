# The job of Optimize_Atom_Finding.ijm in Jython, and how its result is read.
# Headless: fiji --headless --run Optimize_Atom_Finding.py "output_folder='/data/results'"
#@ File (label = "Output folder", style = "directory") output_folder
#@ CommandService commands

from ij.measure import ResultsTable
from java.io import File


def run(name, **inputs):
    """Calls a command by its class, with inputs by their keys; those that are left out have
    their defaults. IJ.run(image, ...) would take the active image whatever image it is given."""
    module = commands.run("sc.fiji.rewardanalysis.command." + name, True, inputs).get()
    if module.isCanceled():
        raise RuntimeError(module.getCancelReason())
    return module


def table(name):
    return ResultsTable.open(File(output_folder, name).path)


# An image of your own: ij.IJ.openImage(path)
image = run("OpenSample", sample="ybco-noise0.1").getOutput("opened")
run("OptimizeAtomFinding", image=image, lattice="YBa2Cu3O7-100", evaluations=60, seed=1,
    output_folder=output_folder)

front = table("pareto.csv")
for row in range(front.size()):
    if front.getValue("picked", row) == 1:
        for name in ["min_sigma_px", "max_sigma_px", "threshold", "overlap", "QC", "ER"]:
            print("%s = %s" % (name, front.getValue(name, row)))
print("%d evaluations" % table("evaluations.csv").size())
print("%d atoms" % table("atoms.csv").size())
