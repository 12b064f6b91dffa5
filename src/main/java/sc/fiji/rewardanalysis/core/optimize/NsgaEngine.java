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
import java.util.Set;
import java.util.SplittableRandom;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * NSGA-II, a genetic algorithm for any number of objectives, with constraints (Deb,
 * Pratap, Agarwal &amp; Meyarivan 2002, IEEE Trans. Evol. Comput. 6:182,
 * doi:10.1109/4235.996017). It needs many evaluations, some thousand, but hardly any time
 * for each.
 * <p>
 * The first population are the study's first evaluations, whoever proposed them, filled
 * up by a {@link SobolEngine}. Every further one are the best of the former and its
 * children. Children are the {@link Variation} of two parents, each the better of two
 * drawn at random; trials of even number and the next are the two children of one
 * couple. So all of it follows from the study, and a resumed one goes on as if it had
 * never stopped.
 */
public final class NsgaEngine implements Engine {

	/** The word for this method in {@link Evaluation#origin}. */
	public static final String ORIGIN = "nsga2";

	/** Size of the population unless given. */
	public static final int POPULATION = 20;

	/** Attempts at a child that was not tried yet. */
	private static final int ATTEMPTS = 50;

	private final Engine initial = new SobolEngine();
	private final int size;

	/** With a population of 20. */
	public NsgaEngine() {
		this(POPULATION);
	}

	/**
	 * @param size of the population, at least 4; odd ones are raised by one, since couples
	 *          have two children
	 */
	public NsgaEngine(final int size) {
		Checks.atLeast("The size of the population", size, 4);
		this.size = size + size % 2;
	}

	@Override
	public String name() {
		return Engine.super.name() + " of " + size;
	}

	@Override
	public Proposal propose(final Study study) {
		final int generation = study.nextId() / size;
		final List<Ranked> parents = generation == 0 ? List.of() : population(study, generation);
		if (parents.size() < 2) return initial.propose(study);
		return new Proposal(child(study, parents), ORIGIN, Double.NaN);
	}

	/** What the evaluations before that generation leave alive. */
	private List<Ranked> population(final Study study, final int generation) {
		final List<Evaluation> byId = study.evaluations().stream().sorted(Comparator.comparingInt(
			Evaluation::id)).toList();
		List<Evaluation> alive = List.of();
		List<Ranked> ranked = List.of();
		for (int g = 0; g < generation; g++) {
			final int first = g * size;
			final List<Evaluation> known = byId.stream().filter(e -> e.id() < first + size).toList();
			final List<Evaluation> both = new ArrayList<>(alive);
			known.stream().filter(e -> e.id() >= first).forEach(both::add);
			ranked = new Domination(study.constraints(), known).ranked(both);
			ranked = ranked.subList(0, Math.min(size, ranked.size()));
			alive = ranked.stream().map(Ranked::evaluation).toList();
		}
		return ranked;
	}

	private static double[] child(final Study study, final List<Ranked> parents) {
		final SearchSpace space = study.space();
		final Set<Configuration> taken = Taken.of(study);
		final int couple = study.nextId() / 2 * 2;
		final SplittableRandom random = Seeds.of(study.seed(), couple);
		final Variation variation = new Variation(space, random);
		double[] child = null;
		for (int i = 0; i < ATTEMPTS; i++) {
			// Not the evaluations' points: those of a resumed study may differ by a rounding.
			final double[] a = space.toUnit(winner(parents, random)), b = space.toUnit(winner(parents,
				random));
			child = variation.children(a, b)[study.nextId() - couple];
			if (!taken.contains(space.at(child))) break;
		}
		return child;
	}

	/** The better of two, which the order of the population tells. */
	private static Configuration winner(final List<Ranked> parents, final SplittableRandom random) {
		final Ranked a = parents.get(random.nextInt(parents.size())), b = parents.get(random.nextInt(
			parents.size()));
		return (Ranked.BEST_FIRST.compare(a, b) <= 0 ? a : b).evaluation().configuration();
	}
}
