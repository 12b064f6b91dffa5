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

package sc.fiji.rewardanalysis.core.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The hypervolume that a study's front dominates, evaluation by evaluation; it never falls. */
final class VolumeTrace {

	private final double[] reference;

	/** The objectives on the front, each once. */
	private final List<double[]> front = new ArrayList<>();
	private final List<Double> volumes = new ArrayList<>();

	/** @param reference up to which the volume is measured */
	VolumeTrace(final double[] reference) {
		this.reference = reference;
	}

	/** The next evaluation, in the order told. */
	void add(final Evaluation evaluation) {
		final double[] o = evaluation.objectives();
		final boolean advances = evaluation.feasible() && front.stream().noneMatch(p -> Arrays.equals(p,
			o) || ParetoFront.dominates(p, o));
		if (advances) {
			front.removeIf(p -> ParetoFront.dominates(o, p));
			front.add(o);
		}
		// A volume computed anew could lose a digit.
		volumes.add(advances ? Math.max(latest(), Hypervolume.of(front.toArray(double[][]::new),
			reference)) : latest());
	}

	/** 0 without a feasible evaluation. */
	double latest() {
		return volumes.isEmpty() ? 0 : volumes.get(volumes.size() - 1);
	}

	/** After each evaluation. */
	double[] all() {
		return volumes.stream().mapToDouble(Double::doubleValue).toArray();
	}
}
