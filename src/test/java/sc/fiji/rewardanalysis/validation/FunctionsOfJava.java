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

package sc.fiji.rewardanalysis.validation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Prints, for each function of {@link Math} that the suite computes with, a number made from
 * a million of its results, and how often they differ from {@link StrictMath}'s. Java allows
 * them to: their last digit may be another one on another Java machine or processor. Run it
 * on two and compare.
 */
public final class FunctionsOfJava {

	private static final int RESULTS = 1_000_000;

	private FunctionsOfJava() {}

	private record Pair(DoubleUnaryOperator fast, DoubleUnaryOperator strict, double from, double to) {}

	public static void main(final String... args) {
		final Map<String, Pair> functions = new LinkedHashMap<>();
		functions.put("exp", new Pair(Math::exp, StrictMath::exp, -50, 50));
		functions.put("log", new Pair(Math::log, StrictMath::log, 1e-9, 1e3));
		functions.put("log10", new Pair(Math::log10, StrictMath::log10, 1e-9, 1e3));
		functions.put("log1p", new Pair(Math::log1p, StrictMath::log1p, -0.9, 10));
		functions.put("sin", new Pair(Math::sin, StrictMath::sin, -100, 100));
		functions.put("cos", new Pair(Math::cos, StrictMath::cos, -100, 100));
		functions.put("acos", new Pair(Math::acos, StrictMath::acos, -1, 1));
		functions.put("atan2(x, 1.1)", new Pair(x -> Math.atan2(x, 1.1), x -> StrictMath.atan2(x, 1.1),
			-10, 10));
		functions.put("hypot(x, 1.1)", new Pair(x -> Math.hypot(x, 1.1), x -> StrictMath.hypot(x, 1.1),
			-10, 10));
		functions.put("pow(10, x)", new Pair(x -> Math.pow(10, x), x -> StrictMath.pow(10, x), -10, 10));
		functions.put("pow(x, 1.3)", new Pair(x -> Math.pow(x, 1.3), x -> StrictMath.pow(x, 1.3), 0, 10));
		System.out.println(System.getProperty("java.vm.version") + ", " + System.getProperty("os.arch"));
		functions.forEach((name, pair) -> {
			final SplittableRandom random = new SplittableRandom(7);
			long all = 1;
			int other = 0;
			double most = 0;
			for (int i = 0; i < RESULTS; i++) {
				final double x = pair.from + (pair.to - pair.from) * random.nextDouble();
				final double a = pair.fast.applyAsDouble(x), b = pair.strict.applyAsDouble(x);
				all = 31 * all + Double.doubleToLongBits(a);
				if (a == b) continue;
				other++;
				most = Math.max(most, Math.abs(a - b) / Math.ulp(b));
			}
			System.out.println(name + ": " + Long.toHexString(all) + ", " + other +
				" differ from StrictMath's, by at most " + Math.round(most) + " units of the last digit");
		});
	}
}
