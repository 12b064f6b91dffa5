// Simulates an image, searches its atoms, and compares what was found with the truth: pairs,
// misses and false alarms, and the Pareto front as the truth of all columns (A) and of the Ba
// columns alone (B) see it. Everything is written to a folder in the home directory.
output = getDirectory("home") + "reward-analysis-oracle";
run("Simulate Image...", "lattice=YBa2Cu3O7-100 width=384 height=384 pixel_size=0.02 noise=0.4 seed=5 output_folder=[" + output + "]");
run("Optimize Atom Finding...", "lattice=YBa2Cu3O7-100 engine=bayesian evaluations=60 seed=1 output_folder=[" + output + "/study]");
run("Compare With Oracle...", "oracle_file=[" + output + "/YBa2Cu3O7-100-seed5_truth.csv] second_classes=Ba lattice=YBa2Cu3O7-100 study_folder=[" + output + "/study] output_folder=[" + output + "/compared]");
print(File.openAsString(output + "/compared/summary.txt"));
