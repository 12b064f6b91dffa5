// The figures of docs/noise.md, after figure 3 of the paper: YBa2Cu3O7 without noise, to which Gaussian
// noise and shot noise are added in steps; LoG* optimised anew at each level, and simpler methods.
// Writes into the folder that is the macro's argument, or into one in the home directory.
output = getArgument();
if (output == "") output = getDirectory("home") + "reward-analysis-noise";
if (!File.exists(output)) File.makeDirectory(output);
output = output + File.separator;

run("Simulate Image...", "lattice=YBa2Cu3O7-100 width=256 height=256 pixel_size=0.015 noise=0 seed=1 output_folder=[" + output + "image]");
truth = output + "image" + File.separator + "YBa2Cu3O7-100-seed1_truth.csv";
options = "lattice=YBa2Cu3O7-100 oracle_file=[" + truth + "] repeats=10 seed=1 ";

run("Study Noise Robustness...", options + "noise_steps=10 output_folder=[" + output + "gaussian]");
run("Study Noise Robustness...", options + "noise_steps=10 normalization=none log_default=false log_rms=false otsu=false output_folder=[" + output + "gaussian-none]");
run("Study Noise Robustness...", options + "noise_steps=8 noise_type=poisson-nm2 dose_highest=1e7 dose_lowest=1e3 output_folder=[" + output + "dose]");

// The same without the truth: agreement with the noise-free result.
run("Study Noise Robustness...", "lattice=YBa2Cu3O7-100 repeats=10 seed=1 noise_steps=10 log_default=false log_rms=false otsu=false output_folder=[" + output + "agreement]");
