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
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much each parameter matters to each objective: Sobol' indices of the surrogate's
 * mean over the whole search space, uniform in the unit cube. Integers, choices and
 * parameters that only matter sometimes count as the space snaps them; a parameter's
 * effect includes that of being used at all.
 *
 * @param effects for each objective the effects of the space's axes, in their order
 */
public record Importance(List<List<Effect>> effects) {

	/** Rows of the design: errors of a percent. */
	private static final int ROWS = 1024, FEW = 512;

	/** Evaluations whose model affords the many rows; a prediction takes their square. */
	private static final int AFFORDED = 150;

	/**
	 * The effect of a parameter on an objective, as parts of the objective's variance.
	 *
	 * @param parameter its name
	 * @param main what it does by itself, 0 … 1
	 * @param total with all interactions in which it takes part, 0 … 1
	 */
	public record Effect(String parameter, double main, double total) {}

	/** Copies the lists. */
	public Importance {
		effects = effects.stream().map(List::copyOf).toList();
	}

	/**
	 * Of every objective; 0 of one that was always the same. The indices are those of
	 * Saltelli et al. 2010 and Jansen 1999, see {@link SobolIndices#of}.
	 */
	public static Importance of(final Surrogate surrogate) {
		return new Importance(IntStream.range(0, surrogate.objectives().size()).mapToObj(j -> of(
			surrogate, j)).toList());
	}

	private static List<Effect> of(final Surrogate surrogate, final int objective) {
		final List<Parameter> axes = surrogate.space().axes();
		final boolean constant = surrogate.isConstant(objective);
		final SobolIndices indices = SobolIndices.of(x -> constant ? 0 : surrogate.mean(x, objective), axes
			.size(), surrogate.size() > AFFORDED ? FEW : ROWS, Seeds.of(surrogate.seed()));
		return IntStream.range(0, axes.size()).mapToObj(i -> new Effect(axes.get(i).name(), indices
			.main()[i], indices.total()[i])).toList();
	}

	/**
	 * The axes of the space by how much they matter at most to any objective: the most
	 * important first.
	 */
	public List<Integer> ranking() {
		final int axes = effects.isEmpty() ? 0 : effects.get(0).size();
		final List<Integer> ranking = new ArrayList<>(IntStream.range(0, axes).boxed().toList());
		ranking.sort(Comparator.comparingDouble((final Integer i) -> -effects.stream().mapToDouble(
			e -> e.get(i).total()).max().orElse(0)));
		return List.copyOf(ranking);
	}
}
