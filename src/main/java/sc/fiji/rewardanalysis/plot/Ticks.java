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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.optimize.Parameter;

/** Round values at which an axis is labelled. */
final class Ticks {

	/** Numbers outside are written with an exponent. */
	private static final double SMALLEST = 1e-4, LARGEST = 1e6;

	/** A logarithmic axis is labelled as such if its ends' ratio is above. */
	private static final double WIDE = 12;

	private Ticks() {}

	/**
	 * A label on an axis.
	 *
	 * @param position on the axis, of a parameter from 0 to 1
	 */
	record Tick(double position, String label) {}

	/**
	 * Of a parameter: the names of a choice, whole numbers, or round values.
	 *
	 * @param most how many there is room for; a choice has them all
	 */
	static List<Tick> of(final Parameter parameter, final int most) {
		if (parameter instanceof final Parameter.Choice choice) return IntStream.range(0, choice.options()
			.size()).mapToObj(i -> new Tick(choice.toUnit(i), choice.options().get(i))).toList();
		final double low = parameter.at(0), high = parameter.at(1);
		if (parameter instanceof final Parameter.Levels levels) {
			final int each = (levels.values().size() - 1) / Math.max(1, most) + 1;
			return IntStream.range(0, levels.values().size()).filter(i -> i % each == 0).mapToObj(levels
				.values()::get).map(v -> new Tick(levels.toUnit(v), text(v, v / 100))).toList();
		}
		if (parameter instanceof Parameter.Whole) return places(parameter, steps(low, high, Math.max(1,
			step(high - low, most))), Math.max(1, step(high - low, most)));
		if (parameter instanceof final Parameter.Real real && real.log()) {
			final List<Double> values = ratios(low, high, most);
			// Over less than a decade or so plain steps say more.
			if (high > WIDE * low) return values.stream().map(v -> new Tick(real.toUnit(v), text(v, v)))
				.toList();
		}
		final double step = step(high - low, most);
		return places(parameter, steps(low, high, step), step);
	}

	/** Of a linear axis, positions being values. */
	static List<Tick> linear(final double low, final double high, final int most) {
		final double step = step(high - low, most);
		return steps(low, high, step).stream().map(v -> new Tick(v, text(v, step))).toList();
	}

	private static List<Tick> places(final Parameter parameter, final List<Double> values,
		final double step)
	{
		return values.stream().map(v -> new Tick(parameter.toUnit(v), text(v, step))).toList();
	}

	/** The least of 1, 2, 5 times a power of ten of which at most so many fit. */
	static double step(final double length, final int most) {
		final double least = length / Math.max(1, most);
		final double decade = Math.pow(10, Math.floor(Math.log10(least)));
		for (final double digit : new double[] { 1, 2, 5 })
			if (digit * decade >= least * (1 - 1e-9)) return digit * decade;
		return 10 * decade;
	}

	private static List<Double> steps(final double low, final double high, final double step) {
		final List<Double> values = new ArrayList<>();
		final long first = (long) Math.ceil(low / step - 1e-9), last = (long) Math.floor(high / step +
			1e-9);
		for (long i = first; i <= last; i++)
			values.add(Math.min(high, Math.max(low, i * step)));
		return values;
	}

	/** 1, 2, 5 times powers of ten, or fewer of them if there are too many. */
	private static List<Double> ratios(final double low, final double high, final int most) {
		for (final double[] digits : new double[][] { { 1, 2, 5 }, { 1, 3 }, { 1 } }) {
			final List<Double> values = ratios(low, high, digits);
			if (values.size() <= most) return values;
		}
		final List<Double> decades = ratios(low, high, new double[] { 1 });
		final int stride = (decades.size() + most - 1) / most;
		return IntStream.range(0, decades.size()).filter(i -> i % stride == 0).mapToObj(decades::get)
			.toList();
	}

	private static List<Double> ratios(final double low, final double high, final double[] digits) {
		final List<Double> values = new ArrayList<>();
		for (int k = (int) Math.floor(Math.log10(low)); k <= Math.ceil(Math.log10(high)); k++)
			for (final double digit : digits) {
				final double value = digit * Math.pow(10, k);
				if (value >= low && value <= high) values.add(value);
			}
		return values;
	}

	/** With as many decimals as the step has. */
	static String text(final double value, final double step) {
		final double size = Math.abs(value);
		if (size != 0 && (size < SMALLEST || size >= LARGEST)) {
			final int digits = (int) Math.max(0, Math.floor(Math.log10(size)) - Math.floor(Math.log10(step) +
				1e-9));
			return String.format(Locale.ROOT, "%." + digits + "e", value);
		}
		final int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
		return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
	}
}
