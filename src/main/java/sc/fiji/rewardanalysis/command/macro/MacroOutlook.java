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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroKey;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroTask;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.plot.OverlayPicture;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Drawing;
import sc.fiji.rewardanalysis.ui.dialog.Outlook.Fact;

/** What the dialog of {@link TuneMacro} says of the values in it. */
final class MacroOutlook {

	/** More keys don't fit into a line. */
	private static final int MOST = 4;

	private MacroOutlook() {}

	/** @param find whether to run the macro as it is */
	static Outlook of(final MacroRequest request, final boolean find, final Progress progress) {
		final List<MacroKey> keys = request.values().macro().keys();
		final AtomPhysics physics = request.physics();
		request.objectives().checkKnown(physics);
		final MacroTask task = find ? request.task(progress) : null;
		final MacroOutcome found = task == null ? null : task.present().orElse(null);
		final List<Fact> facts = new ArrayList<>();
		facts.add(new Fact("Values", keys.stream().limit(MOST).map(MacroKey::inWords).collect(Collectors
			.joining(", ")) + (keys.size() > MOST ? ", …" : ""), "All that can be searched: " + keys.stream()
				.map(MacroKey::inWords).collect(Collectors.joining(", ")) + "."));
		facts.add(new Fact("Searched", Words.count(request.values().space().dimension(), "value") + " of " +
			keys.size(), request.values().canonical()));
		if (physics != null) facts.add(new Fact("Expected", String.format(Locale.ROOT,
			"%d to %d atoms where they count", physics.low(), physics.high()),
			"By the crystal, the pixel size and the area."));
		facts.add(new Fact("As it is", task == null ? Outlook.PENDING : found == null ? "it fails"
			: Words.count(found.atoms().size(), "item") + (found.rows() > 0 ? ", " + Words.count(found.rows(),
				"row") : ""), "What the macro leaves with the values that are in it."));
		return new Outlook(facts, task != null && found == null ? task.presentInWords() : slice(request),
			null, null, "", found == null ? null : drawing(request, task, found));
	}

	private static String slice(final MacroRequest request) {
		final int slices = AnalysedImage.slices(request.analysed().source());
		return slices < 2 ? "" : "The macro gets only slice " + request.analysed().slice() + " of " +
			slices + ".";
	}

	private static Drawing drawing(final MacroRequest request, final MacroTask task,
		final MacroOutcome found)
	{
		return new Drawing(overlay -> overlay.show(request.analysed(), found.atoms()), Words.count(found
			.atoms().size(), "item") + (found.origin().isEmpty() ? "" : " from " + found.origin()),
			OverlayPicture.draw(request.analysed().pixels(), found.atoms(), task.errors(found), request
				.setup().pixelSize()));
	}
}
