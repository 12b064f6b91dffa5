// Finds the atoms in every image of a folder and writes one folder of results per image.
// Headless: fiji --headless -macro Batch.ijm "/data/images"
input = getArgument();
if (input == "") input = getDirectory("Folder of images");
if (!endsWith(input, "/") && !endsWith(input, File.separator)) input = input + File.separator;
output = input + "reward-analysis" + File.separator;
File.makeDirectory(output);
setBatchMode(true);
files = getFileList(input);
failed = 0;
for (i = 0; i < files.length; i++) {
	if (endsWith(toLowerCase(files[i]), ".tif")) {
		folder = output + File.getNameWithoutExtension(files[i]);
		table = folder + File.separator + "atoms.csv";
		if (File.exists(table)) deleted = File.delete(table);
		open(input + files[i]);
		run("Optimize Atom Finding...", "lattice=YBa2Cu3O7-100 output_folder=[" + folder + "]");
		// A run that fails says why in the log, or headless on the console, and the macro goes on.
		if (!File.exists(table)) {
			print(files[i] + ": no atoms");
			failed++;
		}
		close();
	}
}
print(failed + " failed");
// Fiji ends with status 0 whatever happened; a shell script may want to know.
if (failed > 0 && call("java.awt.GraphicsEnvironment.isHeadless") == "true")
	 call("java.lang.System.exit", 1);
