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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.detect.ScaleSpace;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountInstability;
import sc.fiji.rewardanalysis.core.workflow.Range;

class LogAtomFindingTest {

	private static final AtomPhysics PHYSICS = ExpectedPhysics.of(Ybco.LATTICE, Ybco.PIXEL, Ybco.AREA,
		0.8, 0.02);

	private final RandomAccessibleInterval<DoubleType> image = Normalizer.normalize(Ybco.image().image(), Ybco.AREA,
		Normalization.MIN_MAX, Contrast.BRIGHT);

	private LogAtomFinding finding(final Range min, final Range max) {
		return finding(Ybco.AREA, min, max);
	}

	private LogAtomFinding finding(final Area area, final Range min, final Range max) {
		return new LogAtomFinding(new LogDetector(image), area, PHYSICS, new LogRanges(min, max, 4, new Range(0.01, 0.5),
			new Range(0, 0.9)));
	}

	@Test
	void everyPointOfTheSearchSpaceIsAValidDetection() {
		final Random random = new Random(5);
		for (final Range max : List.of(new Range(1.5, 8), new Range(3, 3.5), Range.fixed(6))) {
			final LogAtomFinding finding = finding(new Range(1, 3.4), max);
			for (int i = 0; i < 2000; i++) {
				// The corners, too.
				final double[] unit = random.doubles(finding.searchSpace().dimension()).map(v -> v < 0.1 ? 0
					: v > 0.9 ? 1 : v).toArray();
				final LogParameters p = finding.parameters(finding.searchSpace().at(unit));
				assertTrue(p.maxSigma() >= p.minSigma());
				assertTrue(p.minSigma() >= 1 && p.minSigma() <= 3.4 + 1e-12);
				assertTrue(p.maxSigma() >= max.low() - 1e-12 && p.maxSigma() <= max.high() + 1e-12);
				assertTrue(p.threshold() >= 0.01 - 1e-12 && p.threshold() <= 0.5 + 1e-12);
				assertEquals(4, p.numSigma());
			}
		}
	}

	/** The middle of a logarithmic axis is the geometric mean of its ends. */
	@Test
	void maxSigmaLiesBetweenMinSigmaAndItsLargest() {
		final LogAtomFinding finding = finding(new Range(1, 4), new Range(2, 8));
		assertEquals(Math.sqrt(4 * 8), maxSigma(finding, 4, 0.5), 1e-9);
		assertEquals(Math.sqrt(2 * 8), maxSigma(finding, 1, 0.5), 1e-9, "not below its own range");
		assertEquals(4, maxSigma(finding, 4, 0), 1e-9);
		assertEquals(8, maxSigma(finding, 4, 1), 1e-9);
	}

	private static double maxSigma(final LogAtomFinding finding, final double min,
		final double position)
	{
		return finding.parameters(configuration(finding).with("min_sigma", min).with(
			LogAtomFinding.MAX_SIGMA_POSITION, position)).maxSigma();
	}

	private static Configuration configuration(final LogAtomFinding finding) {
		return finding.searchSpace().at(new double[] { 0.5, 0.5, 0.5, 0.5 });
	}

	@Test
	void atomsAreTheBlobsOfTheSameParameters() {
		final LogAtomFinding finding = finding(new Range(1.5, 4), new Range(2, 8));
		final Random random = new Random(6);
		final List<Configuration> points = new ArrayList<>();
		for (int i = 0; i < 6; i++)
			points.add(finding.searchSpace().at(random.doubles(4).toArray()));
		// More than are kept, then the first ones again.
		points.addAll(List.copyOf(points));
		int found = 0;
		for (final Configuration point : points) {
			final LogParameters p = finding.parameters(point);
			final List<Blob> expected = ScaleSpace.of(image, p.sigmas(), Progress.NONE).blobs(p);
			assertEquals(expected, finding.analyse(point, Progress.NONE).atoms());
			found += expected.size();
		}
		assertTrue(found > 100);
	}

	@Test
	void atomsOutsideTheAreaAreDropped() {
		final boolean[] left = new boolean[Ybco.SIZE * Ybco.SIZE];
		for (int i = 0; i < left.length; i++)
			left[i] = i % Ybco.SIZE < 60;
		final Area area = Area.mask(left, Ybco.SIZE, Ybco.SIZE);
		final LogParameters p = new LogParameters(3, 5, 4, 0.05, 0.5);
		final List<Blob> all = finding(new Range(1.5, 4), new Range(2, 8)).analyse(p, Progress.NONE)
			.atoms();
		final List<Blob> inside = finding(area, new Range(1.5, 4), new Range(2, 8)).analyse(p,
			Progress.NONE).atoms();
		assertEquals(all.stream().filter(a -> a.x() < 60).toList(), inside);
		assertTrue(!inside.isEmpty() && inside.size() < all.size());
	}

	@Test
	void aThresholdTenPercentHigherIsTriedForTheStability() {
		final LogAtomFinding finding = finding(new Range(1.5, 4), new Range(2, 8));
		final LogParameters p = new LogParameters(3, 5, 4, 0.12, 0.5);
		final AtomSet set = finding.analyse(p, Progress.NONE);
		final ScaleSpace space = ScaleSpace.of(image, p.sigmas(), Progress.NONE);
		final int low = counted(space.blobs(p.withThreshold(0.12 * 0.9)));
		final int high = counted(space.blobs(p.withThreshold(0.12 * 1.1)));
		assertEquals(0.5 * (low - high) / PHYSICS.expected(), new CountInstability().score(set).value(),
			1e-12);
	}

	private static int counted(final List<Blob> atoms) {
		return (int) atoms.stream().filter(PHYSICS.counted()::contains).count();
	}

	@Test
	void cancels() {
		final LogAtomFinding finding = finding(new Range(1.5, 4), new Range(2, 8));
		final Progress canceled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> finding.analyse(configuration(finding),
			canceled));
	}

	@Test
	void aKernelLargerThanTheImageIsRefused() {
		assertRefused(() -> finding(new Range(1, 2), new Range(2, 30)), "128 x 128", "max_sigma",
			"lower");
		new LogDetector(image).checkKernelFits(15.8);
		assertRefused(() -> new LogDetector(image).checkKernelFits(16), "at most 15.87 px");
	}
}
