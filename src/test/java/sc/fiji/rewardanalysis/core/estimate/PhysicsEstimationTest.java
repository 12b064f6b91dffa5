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

package sc.fiji.rewardanalysis.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BiPredicate;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.lattice.Site;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

/** What is estimated of images whose crystal is known. */
class PhysicsEstimationTest {

	private static final double PIXEL = 0.015;

	private static PhysicsEstimate estimate(final Img<FloatType> image) {
		return PhysicsEstimation.of(image, Area.image((int) image.dimension(0), (int) image.dimension(1)),
			Contrast.BRIGHT, Progress.NONE);
	}

	private static Img<FloatType> simulated(final String lattice, final double rotation,
		final double noise, final long seed)
	{
		return ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(lattice)).size(320, 320)
			.pixelSize(PIXEL).rotation(rotation).noise(noise).seed(seed).build(), Progress.NONE).image();
	}

	private static Particles.Particle particle(final String lattice,
		final BiPredicate<Double, Double> inside, final double noise)
	{
		return Particles.of(Lattices.get(lattice), 320, PIXEL, 27, 0.045, inside, noise, 3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "YBa2Cu3O7-100", "SrTiO3-001", "SrTiO3-110", "DyScO3-110", "Si-110",
		"Fe-100", "graphene", "Au-110" })
	void eachCrystalIsFoundWithItsColumnsAndPixelSize(final String name) {
		final Lattice lattice = Lattices.get(name);
		final PhysicsEstimate estimate = estimate(simulated(name, 11, 0.15, 5));
		final LatticeVectors ideal = ProjectedCell.of(lattice).get(0).translations();
		assertEquals(ideal.lengthA() / PIXEL, estimate.a().value(), 0.004 * ideal.lengthA() / PIXEL);
		assertEquals(ideal.lengthB() / PIXEL, estimate.b().value(), 0.004 * ideal.lengthB() / PIXEL);
		assertEquals(ideal.angle(), estimate.angle().value(), 0.3);
		assertTrue(estimate.a().deviations(ideal.lengthA() / PIXEL) < 5, estimate.a().toString());
		assertEquals(lattice.columnDensity() * PIXEL * PIXEL, estimate.density().value(), 0.01 * estimate
			.density().value());
		final CellMatch match = estimate.explainedBy(lattice, Double.NaN).get(0);
		assertEquals(PIXEL, match.pixelSize().value(), 0.003 * PIXEL);
		assertEquals(name, estimate.ranking(Lattices.names().stream().map(Lattices::get).toList(), PIXEL)
			.get(0).lattice().name());
		assertEquals(1, estimate.sampleShare(), "there is no vacuum");
		assertTrue(CalibrationCheck.of(estimate, lattice, PIXEL).agrees());
	}

	/** Lines that jitter move whole rows of tiles: errors are as large as they are said to be, or less. */
	@Test
	void errorsOfAJitteringScanAreHonest() {
		double sum = 0;
		int n = 0;
		for (int seed = 1; seed <= 8; seed++) {
			final PhysicsEstimate estimate = estimate(ImageSimulator.simulate(SimulationParameters.builder(
				Lattices.get("Fe-100")).size(256, 256).pixelSize(PIXEL).rotation(9 * seed).rowJitter(0.03).noise(
					0.05).seed(seed).build(), Progress.NONE).image());
			final LatticeVectors ideal = ProjectedCell.of(Lattices.get("Fe-100")).get(0).translations();
			for (final double z : new double[] { estimate.a().deviations(ideal.lengthA() / PIXEL), estimate.b().deviations(
				ideal.lengthB() / PIXEL), estimate.angle().deviations(ideal.angle()) })
			{
				sum += z * z;
				n++;
			}
		}
		assertEquals(0.9, Math.sqrt(sum / n), 0.4);
	}

	/** The image of a wave is known exactly, and so are its peaks. */
	@Test
	void wavesAreMeasuredBelowAPixel() {
		final int size = 256;
		final float[] pixels = new float[size * size];
		for (int i = 0; i < pixels.length; i++) {
			final double x = i % size, y = i / size;
			pixels[i] = (float) (Math.cos(2 * Math.PI * (x / 17.3 + y / 140)) + Math.cos(2 * Math.PI * (y /
				21.7 - x / 200)));
		}
		final PhysicsEstimate estimate = estimate(ArrayImgs.floats(pixels, size, size));
		final LatticeVectors expected = new LatticeVectors(1 / 17.3, 1 / 140.0, -1 / 200.0, 1 / 21.7)
			.reciprocal().reduced();
		assertEquals(expected.lengthA(), estimate.a().value(), 0.01);
		assertEquals(expected.lengthB(), estimate.b().value(), 0.01);
		assertEquals(expected.angle(), estimate.angle().value(), 0.05);
	}

	@Test
	void vacuumIsLeftOutOfTheExpectedCount() {
		for (final String name : new String[] { "SrTiO3-001", "Au-110" }) {
			final double noise = name.equals("Au-110") ? 0.2 : 0.02;
			final Particles.Particle disc = particle(name, (x, y) -> Math.hypot(x - 150, y - 170) < 110,
				noise);
			final Measured expected = estimate(disc.image()).expected();
			assertEquals(disc.columns(), expected.value(), 0.05 * disc.columns(), name);
			assertTrue(expected.deviations(disc.columns()) < 3, expected.toString());
			final Particles.Particle edge = particle(name, (x, y) -> x + 0.4 * y < 230, noise);
			assertEquals(edge.columns(), estimate(edge.image()).expected().value(), 0.03 * edge.columns(),
				name);
		}
	}

	@Test
	void aSmallHoleIsFilledAndALargeOneIsNot() {
		final Particles.Particle small = particle("SrTiO3-001", (x, y) -> Math.hypot(x - 150, y - 170) > 26,
			0.05);
		assertEquals(1, estimate(small.image()).sampleShare());
		final Particles.Particle large = particle("SrTiO3-001", (x, y) -> Math.hypot(x - 150, y - 170) > 75,
			0.05);
		assertEquals(large.columns(), estimate(large.image()).expected().value(), 0.05 * large.columns());
	}

	@Test
	void noiseAndLoneAtomsHaveNoLattice() {
		final SplittableRandom random = new SplittableRandom(8);
		for (int image = 0; image < 6; image++) {
			final float[] pixels = new float[256 * 256];
			for (int i = 0; i < pixels.length; i++)
				pixels[i] = (float) random.nextGaussian();
			for (int atom = 0; atom < 40 * (image % 2); atom++) {
				final double x = 256 * random.nextDouble(), y = 256 * random.nextDouble();
				for (int i = 0; i < pixels.length; i++)
					pixels[i] += (float) (8 * Math.exp(-(Math.pow(i % 256 - x, 2) + Math.pow(i / 256 - y, 2)) /
						18));
			}
			final PhysicsEstimate estimate = estimate(ArrayImgs.floats(pixels, 256, 256));
			assertFalse(estimate.hasLattice());
			assertTrue(estimate.strongest() < 2 * estimate.needed());
			assertTrue(CalibrationCheck.of(estimate, Lattices.get("Si-110"), 0.01).agrees());
			Complaints.assertSays(assertThrows(RewardAnalysisException.class, estimate::a).getMessage(),
				"No lattice", "selection");
		}
	}

	@Test
	void ofTwoGrainsTheLargerOneDominates() {
		final Img<FloatType> one = simulated("SrTiO3-001", 5, 0.05, 1), other = simulated("SrTiO3-001", 38,
			0.05, 2);
		final float[] pixels = new float[320 * 320];
		final var a = one.randomAccess();
		final var b = other.randomAccess();
		for (int i = 0; i < pixels.length; i++) {
			a.setPosition(new int[] { i % 320, i / 320 });
			b.setPosition(a);
			pixels[i] = i % 320 < 200 ? a.get().get() : b.get().get();
		}
		final PhysicsEstimate estimate = estimate(ArrayImgs.floats(pixels, 320, 320));
		assertEquals(2, estimate.grains().size());
		assertTrue(estimate.dominance() > 0.55 && estimate.dominance() < 0.95, "" + estimate.dominance());
		final double direction = (estimate.direction().value() % 90 + 90) % 90;
		assertEquals(5, direction, 0.5);
		assertEquals(0.3905 / PIXEL, estimate.a().value(), 0.2);
	}

	@Test
	void aWrongPixelSizeOrCrystalIsTold() {
		final PhysicsEstimate estimate = estimate(simulated("SrTiO3-001", 11, 0.1, 5));
		final Lattice right = Lattices.get("SrTiO3-001");
		assertTrue(CalibrationCheck.of(estimate, right, 1.02 * PIXEL).agrees());
		Complaints.assertSays(CalibrationCheck.of(estimate, right, 1.06 * PIXEL).sentence(), "0.0150",
			"0.0159");
		Complaints.assertSays(CalibrationCheck.of(estimate, right, Double.NaN).sentence(), "0.0150",
			"SrTiO3-001");
		Complaints.assertSays(CalibrationCheck.of(estimate, Lattices.get("graphene"), PIXEL).sentence(),
			"graphene", "Estimate Physics");
	}

	@Test
	void aShearedAndStretchedScanIsReported() {
		// A square lattice of 20 px, 3 % wider along x, vertical lines tilted by 2°.
		final int size = 256;
		final double shear = Math.tan(Math.toRadians(2));
		final float[] pixels = new float[size * size];
		for (int i = 0; i < pixels.length; i++) {
			final double y = i / size, x = (i % size - shear * y) / 1.03;
			pixels[i] = (float) Math.exp(3 * (Math.cos(2 * Math.PI * x / 20) + Math.cos(2 * Math.PI * y / 20)));
		}
		final Lattice square = new Lattice("square", "", "", 0.3, 0.3, 90, List.of(new Site("Au",
			79, 0, 0)));
		final CellMatch match = estimate(ArrayImgs.floats(pixels, size, size)).explainedBy(square,
			Double.NaN).get(0);
		assertEquals(0.03, match.aspect(), 0.002);
		assertEquals(2, match.shear(), 0.1);
		assertTrue(match.pixelSize().deviations(0.3 / 20) < 2, match.pixelSize().toString());
	}

	@Test
	void threadsAndNaNsDontMatter() {
		final Img<FloatType> image = simulated("Fe-100", 3, 0.2, 9);
		final PhysicsEstimate one = Parallelization.runSingleThreaded(() -> estimate(image));
		final PhysicsEstimate more = Parallelization.runWithNumThreads(4, () -> estimate(image));
		assertEquals(one.a(), more.a());
		assertEquals(one.density(), more.density());
		for (int x = 40; x < 60; x++)
			for (int y = 100; y < 130; y++)
				image.getAt(x, y).set(Float.NaN);
		assertEquals(one.a().value(), estimate(image).a().value(), 0.02);
	}

	@Test
	void whatCannotBeIsRefused() {
		final Area area = Area.image(64, 64);
		Complaints.assertSays(assertThrows(RewardAnalysisException.class, () -> estimate(ArrayImgs.floats(
			20, 300))).getMessage(), "20 x 300", "32");
		Complaints.assertSays(assertThrows(RewardAnalysisException.class, () -> estimate(ArrayImgs.floats(
			64, 64))).getMessage(), "same");
		assertThrows(RewardAnalysisException.class, () -> PhysicsEstimation.of(ArrayImgs.floats(64, 64),
			area, null, Progress.NONE));
		assertThrows(CancellationException.class, () -> PhysicsEstimation.of(simulated("Fe-100", 0, 0, 1),
			Area.image(320, 320), Contrast.BRIGHT, new Progress() {

				@Override
				public void update(final double fraction, final String message) {}

				@Override
				public boolean isCanceled() {
					return true;
				}
			}));
	}
}
