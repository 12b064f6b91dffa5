// Simulates silicon dumbbells with drift and Poisson noise; the true positions go to a folder in
// the home directory.
output = getDirectory("home") + "reward-analysis-output";
run("Simulate Image...", "lattice=Si-110 width=256 height=256 pixel_size=0.01 pixel_unit=nm column_sigma_min=0.035 column_sigma_max=0.04 noise=0.05 dose=200 drift_x=0.05 seed=7 output_folder=[" + output + "]");
