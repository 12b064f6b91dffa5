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

package sc.fiji.rewardanalysis.core;

/**
 * Argument checks whose messages name the value and the bound. Each returns the
 * value it checked.
 */
public final class Checks {

	private Checks() {}

	/** Finite and at least {@code min}. */
	public static double atLeast(final String name, final double value,
		final double min)
	{
		if (!(value >= min) || Double.isInfinite(value)) throw new RewardAnalysisException(
			"%s is %s; it must be a number of at least %s.", name, format(value), format(min));
		return value;
	}

	/** Finite and greater than zero. */
	public static double positive(final String name, final double value) {
		if (!(value > 0) || Double.isInfinite(value)) throw new RewardAnalysisException(
			"%s is %s; it must be a number above 0.", name, format(value));
		return value;
	}

	/** Within [min, max]. */
	public static double within(final String name, final double value,
		final double min, final double max)
	{
		if (!(value >= min && value <= max)) throw new RewardAnalysisException(
			"%s is %s; it must lie between %s and %s.", name, format(value), format(min), format(max));
		return value;
	}

	/** At least {@code min}. */
	public static int atLeast(final String name, final int value, final int min) {
		if (value < min) throw new RewardAnalysisException(
			"%s is %d; it must be at least %d.", name, value, min);
		return value;
	}

	/** Not a NaN and not infinite. */
	public static double finite(final String name, final double value) {
		if (!Double.isFinite(value)) throw new RewardAnalysisException(
			"%s is %s; it must be a finite number.", name, format(value));
		return value;
	}

	/** Not null; the message asks for it by name. */
	public static <T> T given(final String name, final T value) {
		if (value == null) throw new RewardAnalysisException("%s is missing; give one.", name);
		return value;
	}

	private static String format(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value)
			: Double.toString(value);
	}
}
