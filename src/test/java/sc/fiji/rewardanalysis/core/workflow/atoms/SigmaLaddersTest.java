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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.workflow.Range;

class SigmaLaddersTest {

	private static LogRanges ranges(final Range min, final Range max, final int n) {
		return new LogRanges(min, max, n, new Range(0.1, 0.2), new Range(0, 1));
	}

	private static Set<Double> scales(final List<Range> ladders, final int n) {
		final Set<Double> scales = new TreeSet<>();
		for (final Range l : ladders)
			for (final double s : new LogParameters(l.low(), l.high(), n, 0.1, 0.5).sigmas())
				scales.add(s);
		return scales;
	}

	@Test
	void laddersShareTheirScales() {
		for (final int n : new int[] { 2, 5, 10, 20 }) {
			final List<Range> ladders = SigmaLadders.of(ranges(new Range(1.7134821, 5.99718), new Range(
				2.05617, 8.5674), n));
			assertTrue(ladders.size() >= 10 && ladders.size() <= 20, ladders.size() + " ladders");
			final Set<Double> scales = scales(ladders, n);
			assertTrue(scales.size() <= (n < 10 ? 0.9 : 0.4) * ladders.size() * n, n + ": " + scales
				.size() + " scales");
			double last = -1;
			for (final double s : scales) {
				assertTrue(s - last > 1e-4, "equal scales are equal to the last bit");
				last = s;
			}
		}
	}

	@Test
	void theyStayInTheRangesAndCoverThem() {
		final Random random = new Random(5);
		for (int trial = 0; trial < 500; trial++) {
			final double a = 0.7 + 4 * random.nextDouble(), b = a + (random.nextInt(3) == 0 ? 0 : 4 * random
				.nextDouble());
			final double c = 0.7 + 5 * random.nextDouble(), d = Math.max(b, c) + (random.nextInt(3) == 0 ? 0
				: 4 * random.nextDouble());
			final Range min = new Range(a, b), max = new Range(c, d);
			final List<Range> ladders = SigmaLadders.of(ranges(min, max, 1 + random.nextInt(12)));
			assertTrue(!ladders.isEmpty() && ladders.size() < 40);
			double last = a;
			for (final Range l : ladders) {
				assertTrue(l.low() >= a && l.low() <= b, l + " in " + min);
				assertTrue(l.high() <= d && (l.high() >= c || l.low() > c), l + " in " + max);
				assertTrue(l.low() - last <= (b - a) / 5 + 1e-4, "no gap");
				last = l.low();
			}
			assertTrue(b - last <= (b - a) / 5 + 1e-4, "no gap at the end");
		}
	}

	@Test
	void eachIsAPointOfTheSearchSpaceToTheLastBit() {
		final LogAtomFinding analysis = Ybco.task().analysis();
		for (final Range l : SigmaLadders.of(analysis.ranges())) {
			final LogParameters p = analysis.parameters(analysis.configuration(l.low(), l.high()));
			assertEquals(l.low(), p.minSigma());
			assertEquals(l.high(), p.maxSigma());
		}
	}
}
