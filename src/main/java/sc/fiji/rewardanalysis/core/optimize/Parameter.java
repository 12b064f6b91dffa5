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

import java.util.HashSet;
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * One setting of an analysis and the values that a search may give it.
 * <p>
 * Engines see a free parameter as an axis of the unit cube; {@link #at} and
 * {@link #toUnit} go there and back.
 */
public sealed interface Parameter {

	/** The name under which {@link Configuration#get} finds the value. */
	String name();

	/** The value's unit, empty when it has none. */
	String unit();

	/** Whether the search may change it. */
	boolean isFree();

	/** The value at a coordinate of the unit axis; coordinates beyond 0 … 1 are clipped. */
	double at(double unit);

	/**
	 * The coordinate of a value on the unit axis.
	 *
	 * @throws RewardAnalysisException if the value is not one of this parameter's
	 */
	double toUnit(double value);

	/**
	 * Length on the unit axis of one step between neighbouring values, 0 for an
	 * axis without steps.
	 */
	default double step() {
		return 0;
	}

	/** How many values it has; infinity for an axis without steps. */
	default double count() {
		return !isFree() ? 1 : step() == 0 ? Double.POSITIVE_INFINITY : Math.rint(1 / step());
	}

	/** The coordinate that stands for all those with the same value as {@code unit}. */
	default double snapped(final double unit) {
		return clip(unit);
	}

	/** Whether values are names in no order, of which only equal or not is known. */
	default boolean isCategorical() {
		return false;
	}

	/**
	 * A real parameter, or a fixed one where there is nothing to choose.
	 *
	 * @param log whether equal steps are equal ratios; needs {@code min} above 0
	 */
	static Parameter of(final String name, final String unit, final double min,
		final double max, final boolean log)
	{
		return min == max ? new Fixed(name, unit, min) : new Real(name, unit, min, max, log);
	}

	/**
	 * A number between {@code min} and {@code max}, both included.
	 *
	 * @param log whether equal steps are equal ratios; needs {@code min} above 0
	 */
	record Real(String name, String unit, double min, double max, boolean log) implements
		Parameter
	{

		/**
		 * @throws RewardAnalysisException if an end isn't finite, they aren't in order, or {@code min}
		 *          isn't positive although {@code log}
		 */
		public Real {
			checkNames(name, unit);
			Checks.finite("The minimum of " + name, min);
			Checks.finite("The maximum of " + name, max);
			if (!(min < max)) throw new RewardAnalysisException(
				"%s goes from %s to %s; its minimum must be below its maximum.", name, min, max);
			if (log) Checks.positive("The minimum of the logarithmic parameter " + name, min);
			if (!Double.isFinite(log ? max / min : max - min)) throw new RewardAnalysisException(
				"%s goes from %s to %s; that is more than numbers can hold.", name, min, max);
		}

		@Override
		public boolean isFree() {
			return true;
		}

		@Override
		public double at(final double unit) {
			final double u = clip(unit);
			// Rounding would miss the upper bound.
			if (u == 1) return max;
			final double value = log ? min * Math.exp(u * Math.log(max / min)) : min + u * (max - min);
			return Math.min(max, Math.max(min, value));
		}

		@Override
		public double toUnit(final double value) {
			Checks.within(name, value, min, max);
			return clip(log ? Math.log(value / min) / Math.log(max / min) : (value - min) / (max - min));
		}
	}

	/**
	 * An integer between {@code min} and {@code max}, both included. Every integer
	 * owns an equally long piece of the unit axis, so uniform coordinates are
	 * uniform integers; {@link #snapped} is the middle of the piece.
	 */
	record Whole(String name, String unit, int min, int max) implements Parameter {

		/** @throws RewardAnalysisException if {@code min} isn't below {@code max} */
		public Whole {
			checkNames(name, unit);
			if (min >= max) throw new RewardAnalysisException(
				"%s goes from %d to %d; its minimum must be below its maximum.", name, min, max);
		}

		@Override
		public boolean isFree() {
			return true;
		}

		@Override
		public double at(final double unit) {
			return Math.min(max, min + Math.floor(clip(unit) * count()));
		}

		@Override
		public double toUnit(final double value) {
			Checks.within(name, value, min, max);
			if (value != Math.rint(value)) throw new RewardAnalysisException(
				"%s is %s; it must be a whole number.", name, value);
			return (value - min + 0.5) / count();
		}

		@Override
		public double step() {
			return 1 / count();
		}

		@Override
		public double snapped(final double unit) {
			return toUnit(at(unit));
		}

		@Override
		public double count() {
			return (double) max - min + 1;
		}
	}

	/**
	 * One of several names in no order. In a {@link Configuration} stands the name's
	 * index, since there every value is a number; {@link #option} gives the name and
	 * files carry that. Every name owns an equally long piece of the unit axis, so
	 * uniform coordinates are uniform choices; the pieces' order means nothing to
	 * models. A single name is a fixed parameter.
	 */
	record Choice(String name, List<String> options) implements Parameter {

		/** @throws RewardAnalysisException if there are no options, or one is blank or there twice */
		public Choice {
			checkNames(name, "");
			options = List.copyOf(options);
			if (options.isEmpty()) throw new RewardAnalysisException(
				"%s has nothing to choose from; give at least one name.", name);
			for (final String option : options)
				if (option.isBlank()) throw new RewardAnalysisException("%s has a choice without a name.",
					name);
			if (new HashSet<>(options).size() < options.size()) throw new RewardAnalysisException(
				"%s has the same choice twice: %s.", name, String.join(", ", options));
		}

		@Override
		public String unit() {
			return "";
		}

		@Override
		public boolean isFree() {
			return options.size() > 1;
		}

		@Override
		public boolean isCategorical() {
			return true;
		}

		@Override
		public double at(final double unit) {
			return Math.min(options.size() - 1, Math.floor(clip(unit) * options.size()));
		}

		@Override
		public double toUnit(final double value) {
			option(value);
			return (value + 0.5) / options.size();
		}

		@Override
		public double step() {
			return 1.0 / options.size();
		}

		@Override
		public double snapped(final double unit) {
			return toUnit(at(unit));
		}

		/** The name that a configuration chooses. */
		public String option(final Configuration configuration) {
			return option(configuration.get(name));
		}

		/**
		 * The name with that index.
		 *
		 * @throws RewardAnalysisException if there is none
		 */
		public String option(final double index) {
			if (index != Math.rint(index) || !(index >= 0 && index < options.size()))
				throw new RewardAnalysisException("%s is %s; it must be the number of one of %s, from 0.",
					name, index, String.join(", ", options));
			return options.get((int) index);
		}

		/**
		 * The index of a name: what {@link Configuration}s hold.
		 *
		 * @throws RewardAnalysisException if it is not among the options
		 */
		public double index(final String option) {
			final int index = options.indexOf(option);
			if (index < 0) throw new RewardAnalysisException("%s is \"%s\"; choose one of %s.", name,
				option, String.join(", ", options));
			return index;
		}
	}

	/**
	 * One of several numbers in ascending order, such as sizes for which something costly is
	 * prepared once. Every one owns an equally long piece of the unit axis.
	 */
	record Levels(String name, String unit, List<Double> values) implements Parameter {

		/** @throws RewardAnalysisException if there are no values, or they don't ascend */
		public Levels {
			checkNames(name, unit);
			values = List.copyOf(values);
			if (values.isEmpty()) throw new RewardAnalysisException(
				"%s has nothing to choose from; give at least one value.", name);
			for (int i = 0; i < values.size(); i++) {
				Checks.finite("A value of " + name, values.get(i));
				if (i > 0 && !(values.get(i - 1) < values.get(i))) throw new RewardAnalysisException(
					"The values of %s must ascend: %s follows %s.", name, values.get(i), values.get(i - 1));
			}
		}

		@Override
		public boolean isFree() {
			return values.size() > 1;
		}

		@Override
		public double at(final double unit) {
			return values.get((int) Math.min(values.size() - 1, Math.floor(clip(unit) * values.size())));
		}

		@Override
		public double toUnit(final double value) {
			final int index = values.indexOf(value);
			if (index < 0) throw new RewardAnalysisException("%s is %s; it must be one of %s.", name,
				value, values);
			return (index + 0.5) / values.size();
		}

		@Override
		public double step() {
			return 1.0 / values.size();
		}

		@Override
		public double snapped(final double unit) {
			return toUnit(at(unit));
		}

		/** The value nearest to another one, of two the smaller. */
		public double nearest(final double value) {
			double nearest = values.get(0);
			for (final double v : values)
				if (Math.abs(v - value) < Math.abs(nearest - value)) nearest = v;
			return nearest;
		}
	}

	/** A value that the search leaves alone, but that every configuration carries. */
	record Fixed(String name, String unit, double value) implements Parameter {

		/** @throws RewardAnalysisException if the value isn't finite */
		public Fixed {
			checkNames(name, unit);
			Checks.finite(name, value);
		}

		@Override
		public boolean isFree() {
			return false;
		}

		@Override
		public double at(final double unit) {
			return value;
		}

		@Override
		public double toUnit(final double other) {
			if (other != value) throw new RewardAnalysisException(
				"%s is %s; this search keeps it at %s.", name, other, value);
			return 0.5;
		}
	}

	private static void checkNames(final String name, final String unit) {
		Checks.given("The name of a parameter", name);
		if (name.isBlank()) throw new RewardAnalysisException("A parameter needs a name.");
		Checks.given("The unit of " + name, unit);
	}

	private static double clip(final double unit) {
		return Math.min(1, Math.max(0, unit));
	}
}
