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

package sc.fiji.rewardanalysis.core.network;

import java.util.List;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.compare.ProbabilityMap;

/**
 * How well a network's answers say where the columns are, over several scenes.
 *
 * @param hits found columns that are true ones
 * @param alarms found ones that aren't
 * @param misses true ones that weren't found
 */
public record ColumnScore(int hits, int alarms, int misses) {

	/** Nothing looked at yet. */
	public static final ColumnScore NONE = new ColumnScore(0, 0, 0);

	/** Pairs are no farther apart than this part of the crystal's shortest distance. */
	private static final double TOLERANCE = 0.25;

	/** From which probability on a pixel belongs to a column. */
	private static final double THRESHOLD = 0.5;

	/**
	 * With another scene: columns are the centroids of what is connected at a probability of 0.5 and
	 * above. Columns nearer to the edge than half the spacing don't count.
	 *
	 * @param probabilities {@code [y * size + x]}
	 */
	public ColumnScore with(final TrainingScene scene, final float[] probabilities) {
		final Match match = match(scene, probabilities);
		return new ColumnScore(hits + match.truePositives(), alarms + match.falsePositives(), misses +
			match.falseNegatives());
	}

	private static Match match(final TrainingScene scene, final float[] probabilities) {
		boolean any = false;
		for (final float p : probabilities)
			any |= p >= THRESHOLD;
		final List<? extends Position> found = any ? new ProbabilityMap(probabilities, scene.size(),
			scene.size()).centroids(THRESHOLD) : List.of();
		return Matching.match(found, scene.columns(), TOLERANCE * scene.spacing(), Area.image(scene
			.size(), scene.size()).inset(scene.spacing() / 2));
	}

	/** 2 TP / (2 TP + FP + FN); 1 if nothing was there and nothing was found. */
	public double f1() {
		final int all = 2 * hits + alarms + misses;
		return all == 0 ? 1 : 2.0 * hits / all;
	}
}
