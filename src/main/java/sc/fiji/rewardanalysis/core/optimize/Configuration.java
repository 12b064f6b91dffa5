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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Values for the settings of an analysis, by name and in order. Immutable. */
public final class Configuration {

	private final Map<String, Double> values;

	/** Of settings that are choices, the names to choose from. */
	private final Map<String, List<String>> options;

	private Configuration(final Map<String, Double> values,
		final Map<String, List<String>> options)
	{
		this.values = Collections.unmodifiableMap(values);
		this.options = options;
	}

	/** A copy of {@code values}, in their order; every value is finite. */
	public static Configuration of(final Map<String, Double> values) {
		final Map<String, Double> copy = new LinkedHashMap<>();
		values.forEach((name, value) -> copy.put(Checks.given("The name of a setting", name), //
			Checks.finite(name, Checks.given(name, value))));
		return new Configuration(copy, Map.of());
	}

	/** The same, knowing the names that its choices choose from; the values are their indices. */
	Configuration naming(final Map<String, List<String>> names) {
		return new Configuration(values, names);
	}

	/**
	 * @throws RewardAnalysisException if there is no setting of that name; it lists
	 *           those that there are
	 */
	public double get(final String name) {
		final Double value = values.get(name);
		if (value == null) throw new RewardAnalysisException(
			"There is no setting %s; there are %s.", name, values.keySet());
		return value;
	}

	/**
	 * The name that a choice chooses, such as {@code box} of {@code filter}. Configurations
	 * of a study or of its search space know the names; others hold numbers only.
	 *
	 * @throws RewardAnalysisException if there is no such setting, or its names aren't known
	 */
	public String option(final String name) {
		final double index = get(name);
		if (!options.containsKey(name)) throw new RewardAnalysisException(
			"%s is the number %s; names are known of choices only, in configurations that a study or a " +
				"search space made.", name, index);
		return options.get(name).get((int) index);
	}

	/** The settings' names, in order. */
	public Set<String> names() {
		return values.keySet();
	}

	/** An unmodifiable view, in order. */
	public Map<String, Double> asMap() {
		return values;
	}

	/** This configuration with one value replaced, or appended if it is new. */
	public Configuration with(final String name, final double value) {
		final Map<String, Double> copy = new LinkedHashMap<>(values);
		copy.put(name, value);
		return of(copy).naming(options);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Configuration && values.equals(((Configuration) other).values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	/** As {@code {name=value, …}}, in order, with the names of choices where they are known. */
	@Override
	public String toString() {
		return values.entrySet().stream().map(e -> e.getKey() + "=" + shown(e.getKey(), e.getValue()))
			.collect(Collectors.joining(", ", "{", "}"));
	}

	private String shown(final String name, final double value) {
		final List<String> names = options.getOrDefault(name, List.of());
		return value >= 0 && value < names.size() && value == Math.rint(value) ? names.get((int) value)
			: Double.toString(value);
	}
}
