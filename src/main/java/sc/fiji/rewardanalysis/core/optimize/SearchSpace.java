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

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The parameters of a search, and the unit cube of those that are free: axis
 * <i>i</i> of the cube is the <i>i</i>-th free parameter. Immutable.
 */
public final class SearchSpace {

	/** Where an axis lies that doesn't matter. */
	private static final double ASIDE = 0.5;

	private final List<Parameter> parameters;
	private final List<Parameter> axes;
	private final Map<String, Condition> conditions;

	/** By choice. */
	private final Map<String, List<String>> options = new LinkedHashMap<>();

	/**
	 * All parameters matter everywhere; see {@link #when}.
	 *
	 * @throws RewardAnalysisException if there are no parameters or two share a name
	 */
	public SearchSpace(final List<Parameter> parameters) {
		this(parameters, Map.of());
	}

	private SearchSpace(final List<Parameter> parameters, final Map<String, Condition> conditions) {
		this.parameters = List.copyOf(parameters);
		this.conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
		this.axes = this.parameters.stream().filter(Parameter::isFree).toList();
		if (parameters.isEmpty()) throw new RewardAnalysisException(
			"There is nothing to search; give at least one parameter.");
		final Set<String> names = new HashSet<>();
		for (final Parameter p : parameters)
			if (!names.add(p.name())) throw new RewardAnalysisException(
				"Two parameters are called %s; rename one.", p.name());
		for (final Parameter p : parameters)
			if (p instanceof final Parameter.Choice choice) options.put(p.name(), choice.options());
	}

	/**
	 * This space with a parameter that matters only with some options of a choice.
	 * Where it doesn't, configurations do without it, and models see no difference along
	 * its axis.
	 *
	 * @param parameter its name
	 * @param choice the name of a {@link Parameter.Choice} listed before it, which may
	 *          depend on a further one
	 * @param options those with which the parameter matters
	 * @throws RewardAnalysisException if there is no such parameter, choice or option
	 */
	public SearchSpace when(final String parameter, final String choice, final String... options) {
		final int child = indexOf(parameter), parent = indexOf(choice);
		if (parent >= child) throw new RewardAnalysisException(
			"%s depends on %s; list %s before it.", parameter, choice, choice);
		if (!(parameters.get(parent) instanceof final Parameter.Choice c))
			throw new RewardAnalysisException("%s depends on %s; that must be a choice between names.",
				parameter, choice);
		final Condition condition = new Condition(choice, List.of(options));
		condition.options().forEach(c::index);
		final Map<String, Condition> more = new LinkedHashMap<>(conditions);
		more.put(parameter, condition);
		return new SearchSpace(parameters, more);
	}

	private int indexOf(final String name) {
		for (int i = 0; i < parameters.size(); i++)
			if (parameters.get(i).name().equals(name)) return i;
		throw new RewardAnalysisException("%s is not a parameter of this search; it has %s.", name,
			names());
	}

	private List<String> names() {
		return parameters.stream().map(Parameter::name).toList();
	}

	/** By parameter, when it matters; those that always do are absent. */
	public Map<String, Condition> conditions() {
		return conditions;
	}

	/** How many parameters are free: the cube's dimension. */
	public int dimension() {
		return axes.size();
	}

	/** All parameters, in the order given. */
	public List<Parameter> parameters() {
		return parameters;
	}

	/** The free parameters, in the order of the cube's axes. */
	public List<Parameter> axes() {
		return axes;
	}

	/** How many configurations there are; infinity with a free real parameter. */
	public double size() {
		return size(0, new LinkedHashMap<>());
	}

	/** @param values those of the choices before that parameter which others depend on */
	private double size(final int from, final Map<String, Double> values) {
		if (from == parameters.size()) return 1;
		final Parameter p = parameters.get(from);
		if (!matters(p, values)) return size(from + 1, values);
		final boolean decides = conditions.values().stream().anyMatch(c -> c.choice().equals(p.name()));
		if (!decides) return p.count() * size(from + 1, values);
		double sum = 0;
		for (int option = 0; option < p.count(); option++) {
			values.put(p.name(), (double) option);
			sum += size(from + 1, values);
		}
		values.remove(p.name());
		return sum;
	}

	/** Which axes of the cube are categorical. */
	boolean[] categorical() {
		final boolean[] categorical = new boolean[axes.size()];
		for (int i = 0; i < categorical.length; i++)
			categorical[i] = axes.get(i).isCategorical();
		return categorical;
	}

	/**
	 * The configuration at a point of the cube.
	 *
	 * @param unit a coordinate from 0 to 1 for each of the {@link #axes}
	 */
	public Configuration at(final double[] unit) {
		checkDimension(unit);
		final Map<String, Double> values = new LinkedHashMap<>();
		int axis = 0;
		for (final Parameter p : parameters) {
			final double value = p.at(p.isFree() ? unit[axis++] : 0);
			if (matters(p, values)) values.put(p.name(), value);
		}
		return Configuration.of(values).naming(options);
	}

	/**
	 * A configuration from numbers and the names of options, as in
	 * {@code Map.of("filter", "gauss", "sigma", 2)}. Fixed parameters may be left out.
	 *
	 * @throws RewardAnalysisException if it is not a point of this space, or a value is
	 *           neither a number nor a text
	 */
	public Configuration configuration(final Map<String, ?> values) {
		final Map<String, Double> numbers = new LinkedHashMap<>();
		Checks.given("The values of a configuration", values).forEach((name, value) -> numbers.put(name,
			number(parameters.get(indexOf(name)), value)));
		return completed(Configuration.of(numbers));
	}

	private static double number(final Parameter parameter, final Object value) {
		if (value instanceof final Number number) return number.doubleValue();
		if (!(value instanceof CharSequence)) throw new RewardAnalysisException(
			"%s is %s; give a number, or the name of an option.", parameter.name(), value);
		if (!(parameter instanceof final Parameter.Choice choice)) throw new RewardAnalysisException(
			"%s is \"%s\"; it must be a number.", parameter.name(), value);
		return choice.index(value.toString());
	}

	/**
	 * The point of the cube that stands for a configuration.
	 *
	 * @throws RewardAnalysisException if a free parameter that matters is missing or out
	 *           of its bounds
	 */
	public double[] toUnit(final Configuration configuration) {
		final Map<String, Double> values = completed(configuration, false).asMap();
		return axes.stream().mapToDouble(p -> values.containsKey(p.name()) ? p.toUnit(values.get(p
			.name())) : ASIDE).toArray();
	}

	/**
	 * The same configuration in this space's order, with fixed values filled in and
	 * without those that don't matter.
	 *
	 * @throws RewardAnalysisException if it is not a point of this space or has
	 *           settings that the space does not know
	 */
	public Configuration completed(final Configuration configuration) {
		return completed(configuration, true);
	}

	private Configuration completed(final Configuration configuration, final boolean strictly) {
		final Map<String, Double> values = new LinkedHashMap<>();
		if (strictly) configuration.names().forEach(this::indexOf);
		for (final Parameter p : parameters) {
			if (!matters(p, values)) continue;
			final boolean missing = !configuration.names().contains(p.name()), omitted = missing && !p
				.isFree();
			if (missing && !omitted) throw new RewardAnalysisException(
				"%s is missing in %s; this search has %s.", p.name(), configuration.naming(options), names());
			final double value = omitted ? p.at(0) : configuration.get(p.name());
			if (p.isFree() || strictly) p.toUnit(value);
			values.put(p.name(), value);
		}
		return Configuration.of(values).naming(options);
	}

	/**
	 * Whether a parameter matters.
	 *
	 * @param earlier the values of the parameters that are listed before it and matter
	 */
	boolean matters(final Parameter p, final Map<String, Double> earlier) {
		final Condition condition = conditions.get(p.name());
		if (condition == null) return true;
		final Double value = earlier.get(condition.choice());
		return value != null && condition.options().contains(((Parameter.Choice) parameters.get(indexOf(
			condition.choice()))).option(value));
	}

	/**
	 * The point that stands for all those with the same configuration: integer and
	 * categorical axes rounded, those that don't matter in the middle, the others clipped
	 * to 0 … 1. Models look at snapped points only, so they are constant between integers,
	 * within a choice (Garrido-Merchán &amp; Hernández-Lobato 2020, Neurocomputing 380:20,
	 * doi:10.1016/j.neucom.2019.11.004) and along what doesn't matter.
	 */
	public double[] snapped(final double[] unit) {
		checkDimension(unit);
		final double[] snapped = new double[unit.length];
		for (int i = 0; i < unit.length; i++)
			snapped[i] = axes.get(i).snapped(Checks.finite("Coordinate " + i, unit[i]));
		if (conditions.isEmpty()) return snapped;
		final Configuration configuration = at(snapped);
		for (int i = 0; i < unit.length; i++)
			if (!configuration.names().contains(axes.get(i).name())) snapped[i] = ASIDE;
		return snapped;
	}

	/**
	 * Which axes are smooth at a point: neither rounded nor without meaning there.
	 *
	 * @param unit a point of the cube
	 */
	boolean[] smooth(final double[] unit) {
		final boolean[] smooth = new boolean[axes.size()];
		final Configuration configuration = conditions.isEmpty() ? null : at(unit);
		for (int i = 0; i < smooth.length; i++)
			smooth[i] = axes.get(i).step() == 0 && (configuration == null || configuration.names().contains(
				axes.get(i).name()));
		return smooth;
	}

	private void checkDimension(final double[] unit) {
		if (unit.length != axes.size()) throw new RewardAnalysisException(
			"The point has %d coordinates; the search space has %d axes.", unit.length, axes.size());
	}
}
