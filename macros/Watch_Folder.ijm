// Finds the atoms in each image that arrives in a folder, until none has come for half an hour; see
// docs/many-images.md. A file STOP in the output folder ends it, too.
// Headless: fiji --headless -macro Watch_Folder.ijm "/data/camera"
input = getArgument();
if (input == "") input = getDirectory("Folder into which the microscope writes");
run("Watch Folder...", "input_folder=[" + input + "] pattern=*.tif parameters_of=previous stop_after=30 output_folder=[" + input + "/reward-analysis] options=[lattice=YBa2Cu3O7-100 refine=none]");
