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

package sc.fiji.rewardanalysis.core.io;

import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.windows.Confidence;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome.Source;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowResult;

/** A paragraph on how atoms were found in windows, for the methods section of a paper. */
final class WindowMethodsText {

	private WindowMethodsText() {}

	/** @param study of the whole area */
	static String of(final WindowResult result, final Study study, final RefinedAtoms refined,
		final RunRecord run)
	{
		final AtomFindingTask whole = result.parts().whole();
		final AtomFindingSettings settings = whole.settings();
		final AtomPhysics physics = whole.physics();
		return MethodsText.paragraph(List.of(MethodsText.method(), //
			MethodsText.image(run, settings.pixelSize()), //
			whole.validArea().describe(), //
			MethodsText.crystal(settings.lattice()), //
			MethodsText.text("In the counted area, %.1f atomic columns were expected and %d to %d are possible, wherever the lattice sits, with a pixel size that may be wrong by %s %%.",
				physics.expected(), physics.low(), physics.high(), MethodsText.number(100 * settings
					.pixelTolerance())), //
			MethodsText.errors(settings, physics.neighbourSumLimit()), //
			"First the whole area was searched. " + MethodsText.search(study, run.search()), //
			"Its solution, " + run.choice(true, "no error") +
				", is what each window's is measured by.", //
			prepared(result.parts().preparation(), settings), //
			windows(result), //
			sources(result), //
			"Each atom was taken from the window whose centre is nearest, after atoms of neighbouring windows had been paired one to one, so that none is there twice.", //
			found(result), //
			doubt(result), //
			MethodsText.refinement(refined, settings.pixelSize())));
	}

	private static String prepared(final Preparation before, final AtomFindingSettings settings) {
		return MethodsText.text("All windows see the same image%s%s; thresholds are %s, for %s atoms.", before
			.backgroundSigma() > 0 ? ", after subtraction of a background smoothed by a Gaussian of sigma " +
				MethodsText.number(before.backgroundSigma()) + " px" : "", before.denoiseSigma() > 0
					? ", after smoothing by a Gaussian of sigma " + MethodsText.number(before.denoiseSigma()) +
						" px" : "", MethodsText.unit(settings.normalization()), before.contrast().name()
							.toLowerCase(Locale.ROOT));
	}

	private static String windows(final WindowResult result) {
		final double nm = result.parts().whole().physics().pixelSize();
		return MethodsText.text("Then %s of %s nm (%d px), %s nm (%d px) apart, %s searched with the columns that are expected there, %s in all.",
			Words.count(result.outcomes().size(), "window"), MethodsText.number(result.grid().size() * nm),
			result.grid().size(), MethodsText.number(result.grid().stride() * nm), result.grid().stride(),
			result.outcomes().size() == 1 ? "was" : "were", Words.count(result.outcomes().stream().mapToInt(
				WindowOutcome::evaluations).sum(), "parameter set"));
	}

	private static String sources(final WindowResult result) {
		final long none = result.from(Source.NEIGHBOUR);
		return MethodsText.text("%d of them took parameters of their own, whose errors are smaller by more than one atom or whose atoms fit the crystal better by more than 5 %%; %d kept those of the whole area%s.",
			result.from(Source.OWN), result.from(Source.WHOLE), none == 0 ? "" : MethodsText.text(
				"; %d could not be judged and took those of the nearest", none));
	}

	private static String found(final WindowResult result) {
		final AtomSet set = result.set();
		final int counted = set.counted().length;
		return MethodsText.text("This gives %s in the counted area (%.2f %% %s the expected number), %d in the whole analysed area, %d of them too close to their neighbours.",
			Words.count(counted, "atom"), 100 * CountError.paper().score(set).value(), counted < set.physics()
				.expected() ? "below" : "above", set.atoms().size(), result.errors().length);
	}

	private static String doubt(final WindowResult result) {
		final int doubtful = result.doubtful().size();
		return MethodsText.text("%s a confidence below %s, which is the product of 1 - QC, 1 - ER, 1 - the share of the area in which a column seems to be missing, and the agreement of overlapping windows.",
			doubtful == 0 ? "No window has" : doubtful == 1 ? "One window has" : doubtful +
				" windows have", Confidence.LIMIT);
	}
}
