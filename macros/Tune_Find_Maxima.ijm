// Tunes worked/find_maxima.ijm on a sample of SrTiO3: the crystal judges the atoms that it finds.
// Run it from its folder, or give the folder of the worked macros as the argument.
worked = getArgument();
if (worked == "") worked = File.getParent(getInfo("macro.filepath")) + "/worked";
run("Open Sample", "sample=srtio3");
run("Tune Macro...", "macro_file=[" + worked + "/find_maxima.ijm] lattice=SrTiO3-001 search=[sigma: 0.5..5; prominence: 0.001..0.5 log] objectives=[QC; ER] evaluations=30");
