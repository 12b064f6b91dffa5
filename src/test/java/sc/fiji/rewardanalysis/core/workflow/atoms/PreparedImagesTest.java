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
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Atoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PreparationOptions.Step;

class PreparedImagesTest {

	private static final PreparationOptions ALL = new PreparationOptions(Step.SEARCH, Step.SEARCH,
		Atoms.SEARCH);

	private final Img<FloatType> image = Ybco.image().image();

	private PreparedImages images(final PreparationOptions options) {
		return new PreparedImages(image, Ybco.AREA, Normalization.MIN_MAX, options, 40, 1.5);
	}

	@Test
	void onlyWhatIsSearchedIsAnAxis() {
		for (final Step background : Step.values())
			for (final Step denoise : Step.values())
				for (final Atoms atoms : Atoms.values()) {
					final PreparedImages images = images(new PreparationOptions(background, denoise, atoms));
					final List<Parameter> axes = images.axes();
					assertEquals((background == Step.SEARCH ? 1 : 0) + (denoise == Step.SEARCH ? 1 : 0) +
						(atoms == Atoms.SEARCH ? 1 : 0), axes.size());
					assertEquals(1 << axes.size(), images.all().size());
					assertEquals(images.all().size(), new HashSet<>(images.all()).size());
					for (final Preparation p : images.all()) {
						assertTrue(background == Step.SEARCH || p.backgroundSigma() == (background == Step.ON
							? 40 : 0));
						assertTrue(denoise == Step.SEARCH || p.denoiseSigma() == (denoise == Step.ON ? 1.5
							: 0));
						assertTrue(atoms == Atoms.SEARCH || p.contrast() == (atoms == Atoms.DARK
							? Contrast.DARK : Contrast.BRIGHT));
					}
				}
	}

	@Test
	void theFirstPreparationIsTheImageAsItIs() {
		assertEquals(Preparation.of(Contrast.BRIGHT), images(ALL).all().get(0));
	}

	@Test
	void configurationsNameTheirPreparation() {
		final PreparedImages images = images(ALL);
		final SearchSpace space = new SearchSpace(images.axes());
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < 100; i++) {
			final Configuration c = space.at(random.doubles(3).toArray());
			final Preparation p = images.preparation(c);
			assertEquals(c.get(PreparedImages.BACKGROUND) == 1, p.backgroundSigma() == 40);
			assertEquals(c.get(PreparedImages.DENOISE) == 1, p.denoiseSigma() == 1.5);
			assertEquals(c.get(PreparedImages.CONTRAST) == 1, p.contrast() == Contrast.DARK);
		}
	}

	@Test
	void eachHasTheDetectorOfItsImage() {
		final PreparedImages images = images(ALL);
		final LogParameters parameters = new LogParameters(2.5, 4, 3, 0.02, 0.5);
		final HashSet<Object> different = new HashSet<>();
		// Twice, so that those which were given up are made anew.
		for (int round = 0; round < 2; round++)
			for (final Preparation p : images.all()) {
				final var expected = new LogDetector(p.normalized(image, Ybco.AREA, Normalization.MIN_MAX,
					Progress.NONE)).blobs(parameters, Progress.NONE);
				assertEquals(expected, images.detector(p, Progress.NONE).blobs(parameters, Progress.NONE));
				assertSame(images.detector(p, Progress.NONE), images.detector(p, Progress.NONE));
				different.add(expected);
			}
		assertEquals(8, different.size());
	}

	/** Scale spaces of one preparation must not pass for another's. */
	@Test
	void theSearchLooksAtTheRightImage() {
		final PreparedImages images = images(ALL);
		final AtomPhysics physics = ExpectedPhysics.of(Ybco.LATTICE, Ybco.PIXEL, Ybco.AREA, 0.8, 0.02);
		final Map<Preparation, Range> thresholds = new HashMap<>();
		images.all().forEach(p -> thresholds.put(p, new Range(0.01 + 0.001 * thresholds.size(), 0.5)));
		final LogAtomFinding finding = new LogAtomFinding(images, Ybco.AREA, physics, new LogRanges(
			new Range(1.5, 4), new Range(2, 8), 4, new Range(0.01, 0.5), new Range(0, 0.9)), thresholds);
		assertEquals(7, finding.searchSpace().dimension());
		final double[] unit = { 0.5, 0.5, 0.2, 0.5, 0, 0, 0 };
		for (int round = 0; round < 2; round++)
			for (int choice = 0; choice < 8; choice++) {
				for (int axis = 0; axis < 3; axis++)
					unit[4 + axis] = choice >> axis & 1;
				final Configuration c = finding.searchSpace().at(unit);
				final Preparation p = finding.preparation(c);
				assertEquals((choice & 1) == 1, p.backgroundSigma() > 0);
				final Range range = thresholds.get(p);
				// A fifth of the way, on a logarithmic scale.
				assertEquals(Math.pow(range.low(), 0.8) * Math.pow(0.5, 0.2), finding.parameters(c)
					.threshold(), 1e-12);
				assertEquals(new LogDetector(p.normalized(image, Ybco.AREA, Normalization.MIN_MAX,
					Progress.NONE)).blobs(finding.parameters(c), Progress.NONE), finding.analyse(c,
						Progress.NONE).atoms());
			}
	}

	@Test
	void cancelsWhilePreparing() {
		final Progress canceled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		final PreparedImages images = images(ALL);
		assertThrows(CancellationException.class, () -> images.detector(images.all().get(7), canceled));
		images.detector(images.all().get(7), Progress.NONE);
	}

	/** The crystal's own waves stay, columns keep half their height, and nothing is too wide. */
	@Test
	void derivedWidthsSuitEveryCrystal() {
		for (final String name : Lattices.names()) {
			final Lattice lattice = Lattices.get(name);
			final double background = PreparationOptions.backgroundSigma(lattice, 0.01, 1000);
			final double denoise = PreparationOptions.denoiseSigma(lattice, 0.01);
			final double longest = Math.max(lattice.a(), lattice.b()) / 0.01;
			assertTrue(Math.exp(-2 * Math.pow(Math.PI * background / longest, 2)) < 0.0073, name);
			assertTrue(denoise <= 0.1 * lattice.nearestDistance() / 0.01 + 1e-9 || denoise == 0.7, name);
			assertTrue(background > 3 * denoise, name);
			assertEquals(20, PreparationOptions.backgroundSigma(lattice, 0.001, 20));
		}
	}
}
