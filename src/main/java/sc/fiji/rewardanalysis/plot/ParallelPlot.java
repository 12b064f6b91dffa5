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

package sc.fiji.rewardanalysis.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Study;

/**
 * All evaluations as lines through one axis a parameter and one an objective: parallel
 * coordinates (Inselberg 1985, Vis. Comput. 1:69, doi:10.1007/BF01898350).
 */
public final class ParallelPlot {

	private ParallelPlot() {}

	/** @param picked the solution to mark; null for none */
	public static JFreeChart chart(final Study study, final Evaluation picked) {
		final List<Evaluation> front = study.front();
		final List<ObjectiveRange> ranges = IntStream.range(0, study.objectives().size()).mapToObj(
			j -> ObjectiveRange.of(study, j)).toList();
		final List<ParallelAxes.Line> lines = new ArrayList<>();
		// What matters most is drawn last.
		for (final Evaluation e : study.evaluations())
			if (!front.contains(e)) lines.add(line(study, ranges, e,
				ParallelAxes.Rank.DOMINATED));
		for (final Evaluation e : front)
			if (picked == null || e.id() != picked.id()) lines.add(line(study,
				ranges, e, ParallelAxes.Rank.FRONT));
		if (picked != null) lines.add(line(study, ranges, picked, ParallelAxes.Rank.PICKED));
		final LegendItemCollection legend = new LegendItemCollection();
		legend.add(Style.line("Picked", Palette.VERMILLION, 3));
		legend.add(Style.line("Pareto front", Palette.BLUE, 1.6f));
		legend.add(Style.line("Dominated or infeasible", Palette.GREY, 1));
		final String meaning = Labels.meaning(study.objectives());
		return Style.chart("Parameters and objectives of every evaluation", new ParallelAxes(axes(study,
			ranges), lines, legend), Style.extent(study) + ", " + front.size() + " on the front" + (meaning
				.isEmpty() ? "" : "\n" + meaning), true);
	}

	private static List<ParallelAxes.Axis> axes(final Study study,
		final List<ObjectiveRange> ranges)
	{
		final List<ParallelAxes.Axis> axes = new ArrayList<>();
		for (final Parameter p : study.space().axes())
			axes.add(new ParallelAxes.Axis(Labels.of(p), most -> Ticks.of(p, most), study.space()
				.conditions().containsKey(p.name()), false));
		for (int j = 0; j < study.objectives().size(); j++) {
			final Objective objective = study.objectives().get(j);
			final ObjectiveRange range = ranges.get(j);
			axes.add(new ParallelAxes.Axis(Labels.brief(objective), most -> Ticks.linear(range.low(), range
				.high(), most).stream().map(t -> new Ticks.Tick(part(range, t.position()), t.label()))
				.toList(), false, true));
		}
		return axes;
	}

	private static double part(final ObjectiveRange range, final double value) {
		return (value - range.low()) / (range.high() - range.low());
	}

	/** NaN where a parameter isn't used or an objective wasn't measured. */
	private static ParallelAxes.Line line(final Study study,
		final List<ObjectiveRange> ranges, final Evaluation e, final ParallelAxes.Rank rank)
	{
		final double[] unit = e.unit(), objectives = e.objectives();
		final List<Parameter> parameters = study.space().axes();
		final double[] values = new double[unit.length + objectives.length];
		for (int i = 0; i < unit.length; i++)
			values[i] = e.configuration().names().contains(parameters.get(i).name()) ? unit[i] : Double.NaN;
		IntStream.range(0, objectives.length).forEach(j -> values[unit.length + j] = part(ranges.get(
			j), objectives[j]));
		return new ParallelAxes.Line(values, rank);
	}
}
