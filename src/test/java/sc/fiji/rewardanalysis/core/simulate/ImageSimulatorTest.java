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

package sc.fiji.rewardanalysis.core.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.FloatArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.ColumnCount;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;

class ImageSimulatorTest {

	private static final Lattice YBCO = Lattices.get("YBa2Cu3O7-100");

	static List<String> names() {
		return Lattices.names();
	}

	private static SimulationParameters.Builder still() {
		return SimulationParameters.builder(YBCO).size(256, 200).thermalDisplacement(0)
			.thicknessGradient(0).amplitudeSpread(0).sigma(0.05, 0.05);
	}

	private static SimulatedImage simulate(final SimulationParameters.Builder builder) {
		return ImageSimulator.simulate(builder.build(), Progress.NONE);
	}

	private static float[] pixels(final SimulatedImage simulated) {
		return ((ArrayImg<?, FloatArray>) (Object) simulated.image()).update(null)
			.getCurrentStorageArray();
	}

	/** On a flat ground every true position is the peak of the image, to sub-pixels. */
	@ParameterizedTest
	@MethodSource("names")
	void peaksLieAtTheTruth(final String name) {
		final SimulatedImage s = simulate(SimulationParameters.builder(Lattices.get(name)).size(300,
			256).pixelSize(0.01).rotation(20).thermalDisplacement(0).thicknessGradient(0).sigma(0.02,
				0.022));
		final float[] image = pixels(s);
		assertTrue(s.columns().size() > 50);
		for (final Column c : s.columns()) {
			final int x = (int) Math.rint(c.x()), y = (int) Math.rint(c.y());
			if (x < 1 || y < 1 || x > 298 || y > 254) continue;
			// A Gaussian's logarithm is a parabola; the tails of others shift it a little.
			assertEquals(c.x(), x + vertex(image[y * 300 + x - 1], image[y * 300 + x], image[y * 300 +
				x + 1]), 0.03);
			assertEquals(c.y(), y + vertex(image[(y - 1) * 300 + x], image[y * 300 + x], image[(y +
				1) * 300 + x]), 0.03);
		}
	}

	private static double vertex(final double before, final double at, final double after) {
		final double a = Math.log(before), b = Math.log(at), c = Math.log(after);
		return 0.5 * (a - c) / (a - 2 * b + c);
	}

	@ParameterizedTest
	@MethodSource("names")
	void asManyColumnsAsTheLatticeAllows(final String name) {
		final Lattice lattice = Lattices.get(name);
		final ColumnCount band = ColumnCount.of(lattice, 0.015, Area.image(256, 256));
		for (int seed = 0; seed < 12; seed++) {
			final int n = simulate(SimulationParameters.builder(lattice).size(256, 256).rotation(seed %
				2 == 0 ? 0 : 13 * seed).thermalDisplacement(0).seed(seed)).columns().size();
			assertTrue(n >= band.low() && n <= band.high(), name + " " + n + " " + band);
		}
	}

	@Test
	void runsFromZeroToOneAndAmplitudesAreInItsUnits() {
		final SimulatedImage s = simulate(still().size(512, 512));
		final float[] image = pixels(s);
		float min = 1, max = 0;
		for (final float v : image) {
			min = Math.min(min, v);
			max = Math.max(max, v);
		}
		assertEquals(0, min);
		assertEquals(1, max);
		final Map<String, Double> height = s.columns().stream().collect(Collectors.toMap(
			Column::species, Column::amplitude, (a, b) -> a));
		assertEquals(Math.pow(39 / 56.0, 1.7), height.get("Y") / height.get("Ba"), 1e-9);
		assertEquals(Math.pow(29 / 56.0, 1.7), height.get("Cu1") / height.get("Ba"), 1e-9);
		assertEquals(1, height.get("Ba"), 0.05);
	}

	@Test
	void sameSeedSameBytesAnotherSeedAnotherImage() {
		final SimulationParameters.Builder builder = SimulationParameters.builder(YBCO).size(160,
			160).amorphousFraction(0.2).amorphousCorrelation(0.5).dose(300).noise(0.1).rowJitter(
				0.002).nanoparticleRadius(0.4).seed(7);
		assertArrayEquals(pixels(simulate(builder)), pixels(simulate(builder)));
		assertEquals(simulate(builder).columns(), simulate(builder).columns());
		assertNotEquals(simulate(builder).columns(), simulate(builder.seed(8)).columns());
	}

	@Test
	void noiseIsAsStrongAsAskedAndLeavesTheSpecimenAlone() {
		final SimulatedImage clean = simulate(still()), noisy = simulate(still().noise(0.3));
		assertEquals(clean.columns(), noisy.columns());
		final double[] moments = moments(pixels(noisy), pixels(clean));
		assertEquals(0, moments[0], 0.01);
		assertEquals(0.3, moments[1], 0.005);
	}

	@Test
	void dosePreservesTheMeanAndScattersLikePoisson() {
		for (final double dose : new double[] { 5, 2000 }) {
			final float[] clean = pixels(simulate(still())), shot = pixels(simulate(still().dose(
				dose)));
			final double[] moments = moments(shot, clean);
			double mean = 0;
			for (final float v : clean)
				mean += v / clean.length;
			final double sd = Math.sqrt(mean / dose);
			assertEquals(0, moments[0], 5 * sd / Math.sqrt(clean.length));
			assertEquals(sd, moments[1], 0.02 * sd);
			for (final float v : shot)
				assertEquals(Math.rint(v * dose), v * dose, 1e-3 * dose * v + 1e-6);
		}
	}

	private static double[] moments(final float[] a, final float[] b) {
		double sum = 0, squares = 0;
		for (int i = 0; i < a.length; i++) {
			sum += a[i] - b[i];
			squares += (a[i] - b[i]) * (a[i] - b[i]);
		}
		final double mean = sum / a.length;
		return new double[] { mean, Math.sqrt(squares / a.length - mean * mean) };
	}

	@Test
	void driftMovesColumnsInProportionToTheirLine() {
		final Map<Integer, Column> before = inTheMiddle(simulate(still()));
		final List<Column> after = simulate(still().drift(0.06, -0.03)).columns();
		for (final Column c : before.values()) {
			final double time = (c.y() + 0.5) / 200 - 0.5;
			final double x = c.x() + 4 * time, y = c.y() - 2 * time;
			assertEquals(0, after.stream().mapToDouble(d -> Math.hypot(d.x() - x, d.y() - y)).min()
				.getAsDouble(), 1e-9);
		}
	}

	private static Map<Integer, Column> inTheMiddle(final SimulatedImage s) {
		final Map<Integer, Column> columns = new HashMap<>();
		for (final Column c : s.columns())
			if (Area.image(256, 200).inset(10).contains(c)) columns.put(columns.size(), c);
		return columns;
	}

	@Test
	void rowJitterShiftsLinesNotTheTruth() {
		final SimulatedImage still = simulate(still()), shaky = simulate(still().rowJitter(0.01));
		assertEquals(still.columns().size(), shaky.columns().size());
		assertEquals(still.columns().get(9).x(), shaky.columns().get(9).x());
		assertTrue(moments(pixels(still), pixels(shaky))[1] > 0.01);
	}

	@Test
	void thermalDisplacementHasTheStandardDeviationAskedFor() {
		final List<Column> ideal = simulate(still().size(700, 700)).columns();
		final List<Column> warm = simulate(still().size(700, 700).thermalDisplacement(0.003))
			.columns();
		double squares = 0;
		int n = 0;
		for (final Column c : ideal) {
			if (!Area.image(700, 700).inset(5).contains(c)) continue;
			squares += warm.stream().mapToDouble(d -> (d.x() - c.x()) * (d.x() - c.x()) + (d.y() - c
				.y()) * (d.y() - c.y())).min().getAsDouble();
			n++;
		}
		assertEquals(0.003 / 0.015, Math.sqrt(squares / (2 * n)), 0.01);
	}

	@Test
	void amorphousZonesHaveTheAreaAskedForAndDimTheirColumns() {
		final SimulatedImage crystal = simulate(still().size(400, 400));
		assertFalse(anyTrue(crystal.amorphous()));
		assertTrue(crystal.columns().stream().noneMatch(Column::disordered));
		final SimulatedImage s = simulate(still().size(400, 400).amorphousFraction(0.25)
			.amorphousCorrelation(1));
		int n = 0;
		for (final boolean b : s.amorphous())
			if (b) n++;
		assertEquals(0.25, n / 160000.0, 0.01);
		final long disordered = s.columns().stream().filter(Column::disordered).count();
		assertEquals(0.25, (double) disordered / s.columns().size(), 0.06);
		assertTrue(mean(s, "Cu2", true) < 0.7 * mean(s, "Cu2", false));
		assertTrue(mean(s, "Ba", true) < mean(s, "Ba", false));
		assertTrue(mean(s, "Ba", true) > 0.7 * mean(s, "Ba", false));
	}

	private static double mean(final SimulatedImage s, final String species,
		final boolean disordered)
	{
		return s.columns().stream().filter(c -> c.species().equals(species) && c
			.disordered() == disordered).mapToDouble(Column::amplitude).average().getAsDouble();
	}

	private static boolean anyTrue(final boolean[] values) {
		for (final boolean b : values)
			if (b) return true;
		return false;
	}

	@Test
	void aParticleTakesThePlaceOfTheHost() {
		final SimulatedImage s = simulate(still().nanoparticleRadius(0.8));
		final List<Column> dy = s.columns().stream().filter(c -> c.species().equals("Dy")).toList();
		assertEquals(Math.PI * 0.8 * 0.8 / (0.2665 * 0.2665), dy.size(), 6);
		for (final Column d : dy)
			for (final Column c : s.columns())
				if (c != d) assertTrue(Math.hypot(c.x() - d.x(), c.y() - d.y()) > 0.12 / 0.015);
	}

	@Test
	void aParticleIsNotAmorphous() {
		final SimulatedImage s = simulate(still().nanoparticleRadius(0.8).amorphousFraction(1));
		for (final Column c : s.columns())
			assertEquals(!c.species().equals("Dy"), c.disordered());
		int crystalline = 0;
		for (final boolean b : s.amorphous())
			if (!b) crystalline++;
		assertEquals(Math.PI * Math.pow(0.8 / 0.015, 2), crystalline, 100);
	}

	@Test
	void vacanciesAndSubstitution() {
		final int full = simulate(still().size(600, 600)).columns().size();
		final int left = simulate(still().size(600, 600).vacancies(0.2)).columns().size();
		assertEquals(0.8, (double) left / full, 0.04);
		assertEquals(0, simulate(still().vacancies(1)).columns().size());
		final SimulatedImage s = simulate(still().substitution(new Substitution("Y", 66, 1)));
		assertEquals(Math.pow(66 / 56.0, 1.7), mean(s, "Y", false) / mean(s, "Ba", false), 1e-9);
	}

	@Test
	void cancelStopsIt() {
		final SimulationParameters p = still().build();
		final Progress canceled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		assertThrows(java.util.concurrent.CancellationException.class, () -> ImageSimulator
			.simulate(p, canceled));
	}

	@Test
	void poissonHasItsMeanAndVariance() {
		final var random = new SplittableRandom(3);
		for (final double mean : new double[] { 0.3, 4, 9.9, 10.1, 40, 1e4, 1e7 }) {
			double sum = 0, squares = 0;
			final int n = 200_000;
			for (int k = 0; k < n; k++) {
				final double v = Poisson.sample(random, mean) - mean;
				sum += v;
				squares += v * v;
			}
			assertEquals(0, sum / n, 5 * Math.sqrt(mean / n), "mean " + mean);
			assertEquals(mean, squares / n, 0.02 * mean + 0.005, "variance " + mean);
		}
		assertEquals(0, Poisson.sample(random, 0));
	}

	@Test
	void refusesWhatCannotBe() {
		refused("pixel_size", still().pixelSize(0));
		refused("noise", still().noise(-1));
		refused("vacancies", still().vacancies(1.5));
		refused("drift", still().drift(1000, 0));
		refused("too large", still().size(40000, 40000));
		refused("sigma", still().sigma(0.06, 0.04));
	}

	private static void refused(final String word, final SimulationParameters.Builder builder) {
		final var e = assertThrows(RewardAnalysisException.class, builder::build);
		assertTrue(e.getMessage().contains(word), e.getMessage());
	}
}
