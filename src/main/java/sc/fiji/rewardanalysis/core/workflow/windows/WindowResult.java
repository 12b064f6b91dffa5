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

package sc.fiji.rewardanalysis.core.workflow.windows;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingParts;

/**
 * What came of all windows.
 *
 * @param grid where they are
 * @param parts their tasks
 * @param outcomes by number
 * @param atoms merged, by y, then x
 */
public record WindowResult(WindowGrid grid, AtomFindingParts parts, List<WindowOutcome> outcomes,
	List<MergedAtom> atoms)
{

	/** So many doubtful windows are named at most. */
	private static final int NAMED = 12;

	public WindowResult {
		outcomes = List.copyOf(outcomes);
		atoms = List.copyOf(atoms);
	}

	/** The merged atoms without their windows. */
	public List<Blob> blobs() {
		return atoms.stream().map(MergedAtom::blob).toList();
	}

	/** The merged atoms with what is expected of the whole area. */
	public AtomSet set() {
		return new AtomSet(blobs(), parts.whole().physics());
	}

	/** Indices of the merged atoms that are too close to their neighbours. */
	public int[] errors() {
		return new SpacingError().score(set()).blamed();
	}

	/** Windows whose atoms should be looked at, the least sure first. */
	public List<WindowOutcome> doubtful() {
		return outcomes.stream().filter(o -> o.confidence().isDoubtful()).sorted(Comparator
			.comparingDouble(o -> Double.isNaN(o.confidence().value()) ? -1 : o.confidence().value())).toList();
	}

	/** Which windows are doubtful, in a sentence. */
	public String doubt() {
		final List<WindowOutcome> doubtful = doubtful();
		final String what = String.format(Locale.ROOT, "confidence below %s or no solution",
			Confidence.LIMIT);
		if (doubtful.isEmpty()) return "No window is doubtful (" + what + ").";
		final String worst = doubtful.stream().limit(NAMED).map(o -> o.window().index() + 1 + " (" + o
			.confidence().text() + ")").collect(Collectors.joining(", "));
		return String.format(Locale.ROOT, "%d of %s %s doubtful (%s): %s%s.", doubtful.size(), Words.count(
			outcomes.size(), "window"), doubtful.size() == 1 ? "is" : "are", what, worst, doubtful
				.size() > NAMED ? " and " + (doubtful.size() - NAMED) + " more" : "");
	}

	/** How many windows have parameters from there. */
	public long from(final WindowOutcome.Source source) {
		return outcomes.stream().filter(o -> o.source() == source).count();
	}
}
