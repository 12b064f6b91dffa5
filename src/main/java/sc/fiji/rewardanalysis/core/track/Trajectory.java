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

package sc.fiji.rewardanalysis.core.track;

import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * One column through the frames. Immutable.
 *
 * @param id from 1
 * @param points in the order of frames, at least one
 */
public record Trajectory(int id, List<TrackPoint> points) {

	public Trajectory {
		Checks.atLeast("number of a track", id, 1);
		points = List.copyOf(points);
		if (points.isEmpty()) throw new RewardAnalysisException(
			"Track %d has no points; give it one.", id);
		for (int i = 1; i < points.size(); i++)
			if (points.get(i).frame() <= points.get(i - 1).frame()) throw new RewardAnalysisException(
				"Track %d has frame %d after frame %d; give its points in order.", id, points.get(i).frame(),
				points.get(i - 1).frame());
	}

	/** The first frame that has it. */
	public int first() {
		return points.get(0).frame();
	}

	/** The last frame that has it. */
	public int last() {
		return points.get(points.size() - 1).frame();
	}

	/** How many frames between the first and the last one lack it. */
	public int missing() {
		return last() - first() + 1 - points.size();
	}

	/** Its mean place without the drift, px. */
	public double meanX() {
		return points.stream().mapToDouble(TrackPoint::fixedX).average().orElseThrow();
	}

	/** Its mean place without the drift, px. */
	public double meanY() {
		return points.stream().mapToDouble(TrackPoint::fixedY).average().orElseThrow();
	}

	/** Of each point the distance from the mean place, without the drift, px. */
	public double[] displacements() {
		final double x = meanX(), y = meanY();
		return points.stream().mapToDouble(p -> Math.hypot(p.fixedX() - x, p.fixedY() - y)).toArray();
	}

	/** Of each point how far it is from the one before, without the drift, px; NaN of the first. */
	public double[] steps() {
		final double[] steps = new double[points.size()];
		steps[0] = Double.NaN;
		for (int i = 1; i < steps.length; i++)
			steps[i] = Math.hypot(points.get(i).fixedX() - points.get(i - 1).fixedX(), points.get(i)
				.fixedY() - points.get(i - 1).fixedY());
		return steps;
	}

	/** Root of the mean squared distance from the mean place, px; NaN of a single point. */
	public double rms() {
		if (points.size() < 2) return Double.NaN;
		double squares = 0;
		for (final double d : displacements())
			squares += d * d;
		return Math.sqrt(squares / points.size());
	}
}
