// Finds the atoms of a sample and maps its amorphous regions with the parameters whose regions
// separate disorder from crystal best. Keys that are left out have their defaults.
output = getDirectory("home") + "reward-analysis-output";
run("Open Sample", "sample=ybco-ring");
run("Optimize Atom Finding...", "lattice=YBa2Cu3O7-100 refine=none output_folder=[" + output + File.separator + "atoms]");
run("Optimize Amorphous Regions...", "lattice=YBa2Cu3O7-100 evaluations=60 seed=1 output_folder=[" + output + File.separator + "regions]");
print(File.openAsString(output + File.separator + "regions" + File.separator + "summary.txt"));
