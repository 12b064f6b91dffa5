// Finds the atoms in every image of a folder, each with its own optimum; see docs/many-images.md.
// Headless: fiji --headless -macro Process_Folder.ijm "/data/images"
input = getArgument();
if (input == "") input = getDirectory("Folder of images");
run("Process Folder...", "input_folder=[" + input + "] pattern=*.tif output_folder=[" + input + "/reward-analysis] options=[lattice=YBa2Cu3O7-100 refine=none]");
// The same images again, with one parameter set for all of them:
// run("Process Folder...", "input_folder=[" + input + "] parameters_of=shared output_folder=[" + input + "/reward-analysis-shared] options=lattice=YBa2Cu3O7-100");
