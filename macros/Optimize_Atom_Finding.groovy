// The job of Optimize_Atom_Finding.ijm in Groovy, and how its result is read.
// Headless: fiji --headless --run Optimize_Atom_Finding.groovy "output_folder='/data/results'"
#@ File (label = "Output folder", style = "directory") output_folder
#@ CommandService commands

import ij.IJ
import ij.measure.ResultsTable

// A command's output can be asked for; an image of your own comes from IJ.openImage(path).
def image = commands.run("sc.fiji.rewardanalysis.command.OpenSample", true, "sample", "ybco-noise0.1")
	.get().getOutput("opened")
IJ.run(image, "Optimize Atom Finding...",
	"lattice=YBa2Cu3O7-100 evaluations=60 seed=1 output_folder=[" + output_folder + "]")

def front = ResultsTable.open(new File(output_folder, "pareto.csv").path)
for (row in 0..<front.size())
	if (front.getValue("picked", row) == 1)
		for (name in ["min_sigma_px", "max_sigma_px", "threshold", "overlap", "QC", "ER"])
			println(name + " = " + front.getValue(name, row))
println(ResultsTable.open(new File(output_folder, "evaluations.csv").path).size() + " evaluations")
println(ResultsTable.open(new File(output_folder, "atoms.csv").path).size() + " atoms")
