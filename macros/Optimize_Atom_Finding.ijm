// Finds atoms with the parameters whose result agrees best with the crystal, and writes tables,
// plots and the study to a folder in the home directory. Keys that are left out have their defaults.
output = getDirectory("home") + "reward-analysis-output";
run("Open Sample", "sample=ybco-noise0.1");
run("Optimize Atom Finding...", "lattice=YBa2Cu3O7-100 evaluations=60 seed=1 output_folder=[" + output + "]");
print(File.openAsString(output + File.separator + "summary.txt"));
