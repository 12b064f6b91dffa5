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

package sc.fiji.rewardanalysis.core.workflow.noise;

import java.util.Arrays;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * How much noise is added, from little to much.
 *
 * @param unit of the levels
 * @param values standard deviations, ascending from 0 or more, or doses above 0, descending
 */
public record NoiseLevels(NoiseUnit unit, double[] values) {

	/** More are no study but a mistake. */
	private static final int MOST = 1000;

	public NoiseLevels {
		Checks.given("unit of the noise", unit);
		values = values.clone();
		Checks.atLeast("number of noise levels", values.length, 1);
		for (int i = 0; i < values.length; i++) {
			if (unit.isDose()) Checks.positive("dose", values[i]);
			else Checks.atLeast("noise level", values[i], 0);
			final double before = i == 0 ? Double.NaN : values[i - 1];
			if (unit.isDose() ? values[i] >= before : values[i] <= before)
				throw new RewardAnalysisException(
					"Noise level %d (%s) follows %s; levels must go from little to much noise: standard deviations up, doses down.",
					i + 1, values[i], before);
		}
	}

	/**
	 * From none in equal steps.
	 *
	 * @param highest standard deviation, of an image that spans 0 to 1
	 * @param steps so many levels and one without noise
	 */
	public static NoiseLevels gaussian(final double highest, final int steps) {
		Checks.positive("noise_highest", highest);
		checkSteps(steps);
		return new NoiseLevels(NoiseUnit.STANDARD_DEVIATION, IntStream.rangeClosed(0, steps).mapToDouble(
			i -> highest * i / steps).toArray());
	}

	/**
	 * From a high dose to a low one in equal ratios.
	 *
	 * @param unit of the doses
	 * @param steps so many levels and the highest dose
	 */
	public static NoiseLevels poisson(final NoiseUnit unit, final double highest,
		final double lowest, final int steps)
	{
		Checks.positive("dose_highest", highest);
		Checks.positive("dose_lowest", lowest);
		checkSteps(steps);
		if (lowest >= highest) throw new RewardAnalysisException(
			"dose_lowest is %s and dose_highest is %s; the lowest dose must be below the highest.", lowest,
			highest);
		return new NoiseLevels(unit, IntStream.rangeClosed(0, steps).mapToDouble(i -> i == steps ? lowest
			: highest * Math.pow(lowest / highest, (double) i / steps)).toArray());
	}

	private static void checkSteps(final int steps) {
		Checks.atLeast("noise_steps", steps, 1);
		if (steps > MOST) throw new RewardAnalysisException(
			"noise_steps is %d; more than %d make no difference that can be seen.", steps, MOST);
	}

	/** A copy. */
	@Override
	public double[] values() {
		return values.clone();
	}

	/** How many there are. */
	public int size() {
		return values.length;
	}

	/** Whether a level adds no noise at all, so that there is nothing to repeat. */
	public boolean isClean(final int level) {
		return !unit.isDose() && values[level] == 0;
	}

	// A record compares an array by identity.
	@Override
	public boolean equals(final Object other) {
		return other instanceof NoiseLevels l && unit == l.unit && Arrays.equals(values, l.values);
	}

	@Override
	public int hashCode() {
		return 31 * unit.hashCode() + Arrays.hashCode(values);
	}
}
