// The job of Optimize_Atom_Finding.ijm in Groovy, and how its result is read.
// Headless: fiji --headless --run Optimize_Atom_Finding.groovy "output_folder='/data/results'"
#@ File (label = "Output folder", style = "directory") output_folder
#@ CommandService commands

import ij.measure.ResultsTable

// Commands are called by their class, inputs by their keys; those that are left out have their
// defaults. IJ.run(image, …) would take the active image whatever image it is given.
def run = { name, Object... inputs ->
	def module = commands.run("sc.fiji.rewardanalysis.command." + name, true, inputs).get()
	if (module.isCanceled()) throw new RuntimeException(module.getCancelReason())
	module
}
def table = { name -> ResultsTable.open(new File(output_folder, name).path) }

// An image of your own: ij.IJ.openImage(path)
def image = run("OpenSample", "sample", "ybco-noise0.1").getOutput("opened")
run("OptimizeAtomFinding", "image", image, "lattice", "YBa2Cu3O7-100", "evaluations", 60, "seed", 1,
	"output_folder", output_folder)

def front = table("pareto.csv")
for (row in 0..<front.size())
	if (front.getValue("picked", row) == 1)
		for (name in ["min_sigma_px", "max_sigma_px", "threshold", "overlap", "QC", "ER"])
			println(name + " = " + front.getValue(name, row))
println(table("evaluations.csv").size() + " evaluations")
println(table("atoms.csv").size() + " atoms")
