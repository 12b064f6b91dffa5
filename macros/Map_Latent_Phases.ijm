// Two phases of dumbbells, rotated grain by grain, told apart by a network: the picture of docs/guide.md is the
// phases.png in the folder that is the macro's argument, or in one in the home directory. About a minute.
output = getArgument();
if (output == "") output = getDirectory("home") + "reward-analysis-phases";
run("Open Sample", "sample=phases-dumbbells");
run("Find Atoms...", "min_sigma=2.5 max_sigma=4 num_sigma=4 threshold=0.08 overlap=0.5");
run("Map Latent Phases...", "patches_from=atoms patch_size=12 invariance=shift-and-rotation pixel_noise=0.08 shift_prior=0.25 epochs=80 output_folder=[" + output + "]");
