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
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.detect.ScaleSpace;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.Range;

class LogRangesTest {

	private static final AtomPhysics PHYSICS = ExpectedPhysics.of(Ybco.LATTICE, Ybco.PIXEL, Ybco.AREA,
		0.8, 0.02);

	/** px. */
	private static final double NEAREST = PHYSICS.nearestDistance() / Ybco.PIXEL;

	private static RandomAccessibleInterval<DoubleType> image() {
		return Normalizer.normalize(Ybco.image().image(), Ybco.AREA, Normalization.MIN_MAX,
			Contrast.BRIGHT);
	}

	@Test
	void rangesFollowFromTheNearestDistance() {
		final LogRanges ranges = LogRanges.derived(new LogDetector(image()), PHYSICS, Progress.NONE);
		assertEquals(0.1 * NEAREST, ranges.minSigma().low(), 1e-12);
		assertEquals(0.35 * NEAREST, ranges.minSigma().high(), 1e-12);
		assertEquals(0.12 * NEAREST, ranges.maxSigma().low(), 1e-12);
		assertEquals(0.5 * NEAREST, ranges.maxSigma().high(), 1e-12);
		assertEquals(LogRanges.NUM_SIGMA, ranges.numSigma());
		assertEquals(new Range(0, 0.95), ranges.overlap());
	}

	@Test
	void thresholdsSpanTheRankedResponses() {
		final LogRanges ranges = LogRanges.derived(new LogDetector(image()), PHYSICS, Progress.NONE);
		final double[] r = ScaleSpace.of(image(), new double[] { 0.2 * NEAREST }, Progress.NONE)
			.responses();
		final int quarter = (int) (PHYSICS.expected() / 4), four = (int) (4 * PHYSICS.expected());
		final double high = 2 * r[Math.min(r.length - 1, quarter)];
		assertEquals(high, ranges.threshold().high(), 1e-12);
		assertEquals(Math.max(1e-3 * high, 0.5 * r[Math.min(r.length - 1, four)]), ranges.threshold()
			.low(), 1e-12);
		assertTrue(ranges.threshold().low() > 0, "it is searched on a logarithmic axis");
	}

	@Test
	void aSmallAreaLowersTheLargestScale() {
		// A kernel of 8σ + 2 must fit into the shorter side.
		final Img<DoubleType> strip = ArrayImgs.doubles(128, 45);
		strip.getAt(60, 20).set(1);
		final LogRanges ranges = LogRanges.derived(new LogDetector(strip), PHYSICS, Progress.NONE);
		assertTrue(ranges.maxSigma().high() < 0.5 * NEAREST);
		assertTrue(8 * ranges.maxSigma().high() < 45);
		assertTrue(ranges.minSigma().high() < ranges.maxSigma().high());
	}

	@Test
	void oneRangeIsReplacedAtATime() {
		final LogRanges r = new LogRanges(new Range(1, 2), new Range(3, 4), 5, new Range(0, 1), new Range(
			0, 0.5));
		assertEquals(new LogRanges(new Range(1, 1), new Range(2, 2), 5, r.threshold(), r.overlap()), r
			.withSigmas(Range.fixed(1), Range.fixed(2)));
		assertEquals(7, r.withNumSigma(7).numSigma());
		assertEquals(Range.fixed(0.3), r.withThreshold(Range.fixed(0.3)).threshold());
		assertEquals(Range.fixed(0.3), r.withOverlap(Range.fixed(0.3)).overlap());
	}

	@Test
	void badRangesAreNamed() {
		final Range one = new Range(1, 2);
		final Range part = new Range(0, 1);
		assertRefused(() -> new Range(2, 1), "2", "1", "lower end");
		assertRefused(() -> new Range(Double.NaN, 1), "lower end");
		assertRefused(() -> new LogRanges(part, one, 5, part, part), "min_sigma");
		assertRefused(() -> new LogRanges(one, part, 5, part, part), "max_sigma");
		assertRefused(() -> new LogRanges(new Range(1, 3), one, 5, part, part), "min_sigma", "max_sigma");
		assertRefused(() -> new LogRanges(one, one, 0, part, part), "num_sigma");
		assertRefused(() -> new LogRanges(one, one, 5, new Range(-1, 1), part), "threshold");
		assertRefused(() -> new LogRanges(one, one, 5, part, new Range(0, 1.5)), "overlap");
		assertRefused(() -> LogRanges.derived(new LogDetector(ArrayImgs.doubles(20, 200)), PHYSICS, Progress.NONE),
			"20 x 200", "larger area");
		assertRefused(() -> LogRanges.derived(new LogDetector(ArrayImgs.doubles(128, 128)), PHYSICS, Progress.NONE),
			"no bright blob", "contrast");
	}
}
