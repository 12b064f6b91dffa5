package sc.fiji.rewardanalysis.command;

import java.io.File;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.MacroFile;
import sc.fiji.rewardanalysis.core.io.MacroSetup;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.atoms.ExpectedPhysics;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroObjectives;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroSearch;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroTask;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroText;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.MacroItems;
import sc.fiji.rewardanalysis.imagej.MacroRun;

/**
 * What the user asked {@link TuneMacro} for.
 *
 * @param analysed the slice that is shown
 * @param values where to search
 * @param objectives what is pursued
 * @param items which of the macro's leavings are judged
 * @param setup what else was said
 * @param search how to search
 */
record MacroRequest(AnalysedImage analysed, MacroSearch values, MacroObjectives objectives,
	MacroItems items, MacroSetup setup, SearchRequest search)
{

	/** The macro in a file. */
	static MacroText read(final File file) {
		if (!AnalysisCommand.isGiven(file)) throw new RewardAnalysisException(
			"macro_file is empty; choose the macro to tune, an .ijm or .txt file.");
		return MacroFile.read(file.toPath());
	}

	/** What is expected of atoms; null if the crystal isn't known. */
	AtomPhysics physics() {
		return setup.lattice() == null ? null : ExpectedPhysics.of(setup.lattice(), setup.pixelSize(),
			analysed.area(), ExpectedPhysics.DS_FRACTION, ExpectedPhysics.PIXEL_TOLERANCE);
	}

	/** Runs the macro as it is. */
	MacroTask task(final Progress progress) {
		return new MacroTask(values, objectives, physics(), new MacroRun(analysed, items, setup
			.secondsLimit()), progress);
	}
}
