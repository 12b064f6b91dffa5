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
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.Goal;
import sc.fiji.rewardanalysis.core.workflow.amorphous.RegionTask;

/** A paragraph on how amorphous regions were found, for the methods section of a paper. */
final class RegionMethodsText {

	private RegionMethodsText() {}

	/**
	 * @param lattice the crystal; null if it isn't known
	 * @param origin where the atoms come from, to follow "from"
	 * @param byRule whether the solution was picked by the run's rule, or else by a person
	 * @param report on that solution
	 */
	static String of(final RegionTask task, final Lattice lattice, final String origin,
		final Study study, final RunRecord run, final boolean byRule, final RegionReport report)
	{
		return MethodsText.paragraph(List.of(MethodsText.text(
			"Amorphous regions were mapped with Reward Analysis %s [2] for ImageJ by clusters of atoms, the parameters of which were chosen by rewards (GMM*) [1].",
			Version.current()), //
			MethodsText.image(run, task.finder().scene().pixelSize()), //
			MethodsText.text("It has %s, taken from %s.", Words.count(task.finder().scene().atoms().size(),
				"atom"), origin), //
			lattice == null ? "The translations of the crystal were found from the atoms." : MethodsText
				.crystal(lattice), //
			"Minimised together were " + task.objectives().goals().stream().map(RegionMethodsText::described)
				.collect(Collectors.joining("; ")) + ".", //
			MethodsText.search(study, run.search()), //
			MethodsText.choice(study, run.pick(), byRule, "the ideal"), //
			"atoms are told apart by " + report.features(), //
			"Their classes: " + report.classes(), //
			"Regions are " + report.mask(), //
			"This gives " + report.verdict(), //
			"Measured were " + report.measures()));
	}

	/** A name and, in parentheses, its description as a part of a sentence. */
	private static String described(final Goal<?> goal) {
		final String text = goal.reward().description();
		return goal.reward().name() + " (" + Character.toLowerCase(text.charAt(0)) + text.substring(1)
			.replaceAll("\\.$", "") + ")";
	}
}
