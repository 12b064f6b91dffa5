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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.optimize.Parameter;

class TicksTest {

	private static List<String> labels(final Parameter parameter, final int most) {
		return Ticks.of(parameter, most).stream().map(Ticks.Tick::label).toList();
	}

	@Test
	void labelsAreRoundValues() {
		assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8"), labels(Parameter.of("overlap", "", 0, 0.95,
			false), 6));
		assertEquals(List.of("-50", "0", "50"), labels(Parameter.of("x", "", -70, 70, false), 3));
		assertEquals(List.of("0.02", "0.05", "0.1", "0.2"), labels(Parameter.of("threshold", "", 0.015, 0.3,
			true), 6));
		assertEquals(List.of("0.1", "1", "10", "100"), labels(Parameter.of("x", "", 0.05, 200, true), 5));
		assertEquals(List.of("2", "3", "4", "5"), labels(Parameter.of("min_sigma", "px", 1.7, 5.9, true),
			6), "less than a decade");
		assertEquals(List.of("1", "2", "3"), labels(new Parameter.Whole("k", "", 1, 3), 9));
		assertEquals(List.of("5", "10", "15", "20"), labels(new Parameter.Whole("k", "", 1, 20), 5));
		assertEquals(List.of("off", "on"), labels(new Parameter.Choice("denoise", List.of("off", "on")),
			1));
	}

	@Test
	void labelsStandWhereTheValuesAre() {
		final Parameter log = Parameter.of("x", "", 0.01, 100, true);
		assertArrayEquals(new double[] { 0, 0.25, 0.5, 0.75, 1 }, Ticks.of(log, 5).stream().mapToDouble(
			Ticks.Tick::position).toArray(), 1e-12);
		assertArrayEquals(new double[] { 1 / 6.0, 0.5, 5 / 6.0 }, Ticks.of(new Parameter.Choice("c", List
			.of("a", "b", "c")), 5).stream().mapToDouble(Ticks.Tick::position).toArray(), 1e-12);
	}

	@Test
	void thereAreNeitherTooManyNorNone() {
		final SplittableRandom random = new SplittableRandom(4);
		for (int i = 0; i < 500; i++) {
			final double low = Math.pow(10, random.nextDouble(-5, 3)), high = low * Math.pow(10, random
				.nextDouble(0.02, 6));
			for (final boolean log : new boolean[] { false, true }) {
				final Parameter parameter = Parameter.of("x", "", low, high, log);
				final int most = random.nextInt(3, 12);
				final List<Ticks.Tick> ticks = Ticks.of(parameter, most);
				assertTrue(ticks.size() <= most + 1 && !ticks.isEmpty(), () -> ticks.size() + " of " + most +
					" for " + parameter);
				for (final Ticks.Tick tick : ticks)
					assertTrue(tick.position() >= 0 && tick.position() <= 1);
				assertEquals(ticks.size(), ticks.stream().map(Ticks.Tick::label).distinct().count(),
					() -> ticks.toString());
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "1,10,0.1", "1,8,0.2", "7,3,5", "0.03,4,0.01", "300,3,100" })
	void stepsAreRound(final double length, final int most, final double step) {
		assertEquals(step, Ticks.step(length, most), 1e-12);
	}
}
