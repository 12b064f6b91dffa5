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

package sc.fiji.rewardanalysis.core.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.reward.Reward;

/** The tables of a study, whatever was searched for: {@code evaluations.csv}, {@code pareto.csv}. */
public final class StudyTables {

	private StudyTables() {}

	/**
	 * A column.
	 *
	 * @param name with its unit, as in {@code sigma_px}
	 * @param value of an evaluation: a number, a text, a boolean
	 */
	public record Column(String name, Function<Evaluation, ?> value) {}

	/**
	 * One row an evaluation, in order: {@code evaluation, origin}, the task's columns, the
	 * constraints, {@code feasible, seconds, cumulative_hypervolume}, and {@code failure} if
	 * something failed.
	 *
	 * @param columns parameters and rewards
	 */
	public static CsvTable evaluations(final Study study, final List<Column> columns) {
		final List<Column> all = new ArrayList<>();
		all.add(new Column("evaluation", Evaluation::id));
		all.add(new Column("origin", Evaluation::origin));
		all.addAll(columns);
		for (int i = 0; i < study.constraints().size(); i++) {
			final int index = i;
			all.add(new Column(heading(study.constraints().get(i).name(), study.constraints().get(i)
				.unit()), e -> e.constraints()[index]));
		}
		all.add(new Column("feasible", Evaluation::feasible));
		all.add(new Column("seconds", Evaluation::seconds));
		final double[] trace = study.hypervolumeTrace();
		final List<Evaluation> rows = study.evaluations();
		final Map<Integer, Double> volumes = new HashMap<>();
		IntStream.range(0, trace.length).forEach(i -> volumes.put(rows.get(i).id(), trace[i]));
		all.add(new Column("cumulative_hypervolume", e -> volumes.get(e.id())));
		if (rows.stream().anyMatch(e -> !e.failure().isEmpty())) all.add(new Column("failure",
			Evaluation::failure));
		return table(rows, all);
	}

	/**
	 * One row a point of the front, by the first objective: {@code evaluation}, the task's
	 * columns, {@code picked}.
	 *
	 * @param columns parameters and rewards
	 * @param picked null if none is
	 */
	public static CsvTable pareto(final Study study, final List<Column> columns,
		final Evaluation picked)
	{
		final List<Column> all = new ArrayList<>();
		all.add(new Column("evaluation", Evaluation::id));
		all.addAll(columns);
		all.add(new Column("picked", e -> picked != null && e.id() == picked.id()));
		return table(study.front(), all);
	}

	private static CsvTable table(final List<Evaluation> rows, final List<Column> columns) {
		final CsvTable table = new CsvTable(columns.stream().map(Column::name).toList());
		for (final Evaluation e : rows)
			table.add(columns.stream().<Object> map(c -> c.value.apply(e)).toList());
		return table;
	}

	/** The parameters of a study as they are: choices by name, nothing where one isn't used. */
	public static List<Column> parameters(final Study study) {
		return study.space().parameters().stream().map(p -> new Column(heading(p.name(), p.unit()), e -> value(
			p, e.configuration()))).toList();
	}

	private static Object value(final Parameter parameter, final Configuration configuration) {
		if (!configuration.names().contains(parameter.name())) return "";
		if (parameter instanceof final Parameter.Choice choice) return choice.option(configuration);
		final double value = configuration.get(parameter.name());
		return parameter instanceof Parameter.Whole ? (Object) (int) value : (Object) value;
	}

	/** The objectives, by name. */
	public static List<Column> objectives(final Study study) {
		final List<Objective> objectives = study.objectives();
		return IntStream.range(0, objectives.size()).mapToObj(j -> new Column(objectives.get(j).name(),
			e -> e.objectives()[j])).toList();
	}

	/** What was measured besides: rewards that aren't pursued. */
	public static List<Column> metrics(final List<? extends Reward<?>> rewards) {
		return rewards.stream().map(r -> new Column(r.heading(), e -> e.metrics().getOrDefault(r.name(),
			Double.NaN))).toList();
	}

	/** Several lists of columns as one. */
	@SafeVarargs
	public static List<Column> together(final List<Column>... columns) {
		return Stream.of(columns).flatMap(List::stream).toList();
	}

	private static String heading(final String name, final String unit) {
		return unit.isEmpty() || unit.equals("1") ? name : name + "_" + unit;
	}
}
