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

package sc.fiji.rewardanalysis.core.workflow;

import java.util.List;

import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Hypervolume;

/**
 * The exact Pareto front over thresholds and overlaps, at some settings of the scales.
 *
 * @param points by the first objective, then the second, then by falling size. Several
 *          may have the same objectives
 * @param settings number of settings of the scales
 * @param candidates maxima above the lowest threshold, of all settings
 * @param pairs of overlapping candidates, of all settings
 * @param cells of the planes of threshold and overlap: what trying everything would
 *          have to evaluate
 * @param outcomes stretches of these planes that were told apart
 */
public record ExactFront(List<Point> points, int settings, long candidates, long pairs,
	long cells, long outcomes)
{

	/**
	 * A cell on the front.
	 *
	 * @param configuration in the middle of the cell
	 * @param count atoms in the counted area
	 * @param errors atoms that the spacing error blames
	 * @param countError first objective
	 * @param spacingError second objective
	 * @param size the cell's share of its plane, each parameter on its own scale
	 */
	public record Point(Configuration configuration, int count, int errors, double countError,
		double spacingError, double size)
	{}

	/** Copies the list. */
	public ExactFront {
		points = List.copyOf(points);
	}

	/** The objectives of all points. */
	public double[][] objectives() {
		return points.stream().map(p -> new double[] { p.countError, p.spacingError }).toArray(
			double[][]::new);
	}

	/** What the front dominates up to a reference. */
	public double hypervolume(final double[] reference) {
		return Hypervolume.of(objectives(), reference);
	}
}
