# The job of Optimize_Atom_Finding.ijm in Jython, and how its result is read.
# Headless: fiji --headless --run Optimize_Atom_Finding.py "output_folder='/data/results'"
#@ File (label = "Output folder", style = "directory") output_folder
#@ CommandService commands

from ij import IJ
from ij.measure import ResultsTable
from java.io import File

# A command's output can be asked for; an image of your own comes from IJ.openImage(path).
image = commands.run("sc.fiji.rewardanalysis.command.OpenSample", True,
    ["sample", "ybco-noise0.1"]).get().getOutput("opened")
IJ.run(image, "Optimize Atom Finding...",
    "lattice=YBa2Cu3O7-100 evaluations=60 seed=1 output_folder=[%s]" % output_folder)


def table(name):
    return ResultsTable.open(File(output_folder, name).path)


front = table("pareto.csv")
for row in range(front.size()):
    if front.getValue("picked", row) == 1:
        for name in ["min_sigma_px", "max_sigma_px", "threshold", "overlap", "QC", "ER"]:
            print("%s = %s" % (name, front.getValue(name, row)))
print("%d evaluations" % table("evaluations.csv").size())
print("%d atoms" % table("atoms.csv").size())
