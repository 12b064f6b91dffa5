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

package sc.fiji.rewardanalysis.core.training;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What was measured after each epoch of a training; epoch 1 comes first.
 *
 * @param names what the columns are, such as {@code loss}
 * @param epochs a row an epoch, a value a column; NaN where it wasn't measured
 */
public record TrainingHistory(List<String> names, List<List<Double>> epochs) {

	/** Copies. */
	public TrainingHistory {
		names = List.copyOf(Checks.given("names of a training's values", names));
		epochs = epochs.stream().map(List::copyOf).toList();
		for (final List<Double> epoch : epochs)
			if (epoch.size() != names.size()) throw new RewardAnalysisException(
				"An epoch has %d values; there must be %d: %s.", epoch.size(), names.size(), names);
	}

	/** Nothing yet. */
	public static TrainingHistory of(final String... names) {
		return new TrainingHistory(List.of(names), List.of());
	}

	/** One epoch longer. */
	public TrainingHistory with(final List<Double> epoch) {
		final List<List<Double>> longer = new ArrayList<>(epochs);
		longer.add(epoch);
		return new TrainingHistory(names, longer);
	}

	/** How many epochs. */
	public int size() {
		return epochs.size();
	}

	/** The values of one column. */
	public double[] column(final String name) {
		final int column = names.indexOf(name);
		if (column < 0) throw new RewardAnalysisException("A training has no %s; it has %s.", name,
			names);
		return epochs.stream().mapToDouble(epoch -> epoch.get(column)).toArray();
	}

	/** The last value of one column; NaN before the first epoch. */
	public double last(final String name) {
		final double[] column = column(name);
		return column.length == 0 ? Double.NaN : column[column.length - 1];
	}
}
