// Finds the atoms of a simulated crystal with an amorphous zone, then the zone, and writes its outline,
// its atoms and the map of probabilities to a folder in the home directory.
output = getDirectory("home") + "reward-analysis-regions";
run("Open Sample", "sample=ybco-ring");
run("Optimize Atom Finding...", "lattice=YBa2Cu3O7-100");
run("Find Amorphous Regions...", "lattice=YBa2Cu3O7-100 output_folder=[" + output + "]");
print(File.openAsString(output + File.separator + "summary.txt"));
