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

package sc.fiji.rewardanalysis.core.workflow.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.compare.Oracle;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.ParetoFront;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.EarlierSolution;

/**
 * Works the solutions of an earlier search for atoms out again on an image and judges each by
 * oracles: the fronts of Barakati et al. 2024, Fig. 1C and D. Immutable.
 *
 * @param solutions in the order of the search
 * @param oracles by which they were judged
 * @param alike how many have as many counted atoms as they had in the search: all of them if
 *          the image is the one that was searched
 */
public record OracleFront(List<OracleSolution> solutions, List<Oracle> oracles, int alike) {

	public OracleFront {
		solutions = List.copyOf(solutions);
		oracles = List.copyOf(oracles);
	}

	/**
	 * Works them out.
	 *
	 * @param image two-dimensional, as recorded
	 * @param area the part to analyse, in the image's coordinates
	 * @param settings of the search, with the ranges that it had
	 * @param earlier at least one
	 * @param oracles in the image's coordinates
	 * @param tolerance largest distance of a pair, px
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> OracleFront of(final RandomAccessibleInterval<T> image,
		final Area area, final AtomFindingSettings settings, final List<EarlierSolution> earlier,
		final List<Oracle> oracles, final double tolerance, final Progress progress)
	{
		if (earlier.isEmpty()) throw new RewardAnalysisException(
			"The earlier study has no solution that could be worked out again; give another, or none.");
		Checks.positive("match_distance", tolerance);
		final AtomFindingTask task = new AtomFindingTask(image, area, settings, progress.part(0, 0.1));
		final double limit = OracleRewards.limit(settings.lattice(), settings.pixelSize(), settings
			.dsFraction());
		final List<OracleSolution> solutions = new ArrayList<>();
		int alike = 0;
		for (int i = 0; i < earlier.size(); i++) {
			progress.checkCanceled();
			final double from = 0.1 + 0.9 * i / earlier.size(), to = 0.1 + 0.9 * (i + 1) / earlier.size();
			final Configuration configuration = configuration(task, earlier.get(i));
			final AtomSet atoms = task.analysis().analyse(configuration, progress.part(from, to));
			if (atoms.counted().length == earlier.get(i).count()) alike++;
			solutions.add(judged(task, earlier.get(i), configuration, atoms, oracles, limit, tolerance));
			progress.update(to, String.format(Locale.ROOT, "Solution %d of %d judged.", i + 1, earlier.size()));
		}
		return new OracleFront(fronts(solutions, oracles.size()), oracles, alike);
	}

	/** In the space of the search; what isn't free there needn't be in the files. */
	private static Configuration configuration(final AtomFindingTask task,
		final EarlierSolution solution)
	{
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final Parameter p : task.analysis().searchSpace().parameters()) {
			final Double number = solution.numbers().get(p.name());
			final String choice = solution.choices().get(p.name());
			if (p instanceof final Parameter.Choice c && c.options().contains(choice)) values.put(p.name(),
				(double) c.options().indexOf(choice));
			else if (number != null) values.put(p.name(), number);
			else if (!p.isFree()) values.put(p.name(), p.at(0));
			else throw new RewardAnalysisException(
				"Evaluation %d of the earlier study has no %s; give a study of Optimize Atom Finding... by this version.",
				solution.id(), p.name());
		}
		return Configuration.of(values);
	}

	private static OracleSolution judged(final AtomFindingTask task, final EarlierSolution earlier,
		final Configuration configuration, final AtomSet atoms, final List<Oracle> oracles,
		final double limit, final double tolerance)
	{
		final List<Blob> all = atoms.atoms();
		final Area counted = task.physics().counted(), area = task.validArea().area();
		final List<OracleSolution.Judged> judged = oracles.stream().map(
			oracle -> new OracleSolution.Judged(OracleRewards.of(all, limit, inside(oracle, area)), Matching
				.match(all, oracle.points(), tolerance, counted), false)).toList();
		return new OracleSolution(earlier.id(), task.analysis().preparation(configuration), task.analysis()
			.parameters(configuration), all.size(), atoms.counted().length, CountError.band().score(atoms)
				.value(), CountError.paper().score(atoms).value(), new SpacingError().score(atoms).value(),
			false, judged);
	}

	/** The number of an oracle's points in the analysed area. */
	private static int inside(final Oracle oracle, final Area area) {
		return (int) oracle.points().stream().filter(area::contains).count();
	}

	private static List<OracleSolution> fronts(final List<OracleSolution> solutions,
		final int oracles)
	{
		final boolean[] own = ParetoFront.nonDominated(solutions.stream().map(s -> finite(s.count(), s
			.spacing())).toArray(double[][]::new));
		final List<boolean[]> theirs = new ArrayList<>();
		for (int o = 0; o < oracles; o++) {
			final int oracle = o;
			theirs.add(ParetoFront.nonDominated(solutions.stream().map(s -> s.judged().get(oracle)
				.rewards()).map(r -> finite(r.count(), r.spacing())).toArray(double[][]::new)));
		}
		final List<OracleSolution> marked = new ArrayList<>();
		for (int i = 0; i < own.length; i++) {
			final OracleSolution s = solutions.get(i);
			final List<OracleSolution.Judged> judged = new ArrayList<>();
			for (int o = 0; o < oracles; o++)
				judged.add(new OracleSolution.Judged(s.judged().get(o).rewards(), s.judged().get(o).match(),
					theirs.get(o)[i]));
			marked.add(new OracleSolution(s.id(), s.preparation(), s.parameters(), s.atoms(), s.counted(), s
				.count(), s.countOfPaper(), s.spacing(), own[i], judged));
		}
		return marked;
	}

	/** A single atom has no ER of ours. */
	private static double[] finite(final double count, final double spacing) {
		return new double[] { count, Double.isNaN(spacing) ? Double.MAX_VALUE : spacing };
	}
}
