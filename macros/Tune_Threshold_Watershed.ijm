// Tunes worked/threshold_watershed.ijm by its Results: about 158 particles, as compact as can be.
// Run it from its folder, or give the folder of the worked macros as the argument.
worked = getArgument();
if (worked == "") worked = File.getParent(getInfo("macro.filepath")) + "/worked";
run("Open Sample", "sample=srtio3");
run("Tune Macro...", "macro_file=[" + worked + "/threshold_watershed.ijm] search=[smoothing: 0.5..5; background: 5..60; method: Otsu|Li|Triangle|Default; smallest: 1..60 int] objectives=[target 158 rows; max mean.Solidity] evaluations=30");
