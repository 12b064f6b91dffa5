// The pictures of docs/amorphous.md, after figure 4 of the paper: species, the two Ba sites, the mixture's
// classes with each type of covariance, the Pareto front, the picked solution and its regions.
// Writes into the folder that is the macro's argument, or into one in the home directory.
output = getArgument();
if (output == "") output = getDirectory("home") + "reward-analysis-amorphous";
if (!File.exists(output)) File.makeDirectory(output);
output = output + File.separator;

// A, B
run("Open Sample", "sample=ybco-noise0.1");
run("Optimize Atom Finding...", "lattice=YBa2Cu3O7-100 refine=gaussian");
run("Classify Atoms...", "lattice=YBa2Cu3O7-100 split_class=brightest split_into=2 output_folder=[" + output + "classes]");

// C
run("Open Sample", "sample=ybco-disc");
run("Optimize Atom Finding...", "lattice=YBa2Cu3O7-100 refine=gaussian");
types = newArray("full", "tied", "diagonal", "spherical");
for (i = 0; i < types.length; i++)
	run("Find Amorphous Regions...", "lattice=YBa2Cu3O7-100 covariance=" + types[i] + " output_folder=[" + output + types[i] + "]");

// D, E, F
run("Optimize Amorphous Regions...", "lattice=YBa2Cu3O7-100 output_folder=[" + output + "optimized]");
