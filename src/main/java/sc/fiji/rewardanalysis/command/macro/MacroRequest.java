/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package sc.fiji.rewardanalysis.command.macro;

import java.io.File;

import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.search.SearchRequest;
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
import sc.fiji.rewardanalysis.imagej.macro.MacroItems;
import sc.fiji.rewardanalysis.imagej.macro.MacroRun;

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
