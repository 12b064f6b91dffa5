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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

/**
 * An image with its truth, and what somebody believes of it.
 *
 * @param crystal what it shows
 * @param condition how it was taken
 * @param seed of the simulation; 0 for a real image
 * @param image atoms bright
 * @param truth px
 * @param lattice what it is believed to show
 * @param pixelSize what a pixel is believed to measure, nm
 * @param spacing the true shortest distance of columns, px
 */
record RewardScene(String crystal, String condition, int seed,
	RandomAccessibleInterval<FloatType> image, List<? extends Position> truth, Lattice lattice,
	double pixelSize, double spacing)
{

	/** What of a specimen is called that doesn't fill the field. */
	static final String VACUUM = "particle in vacuum";

	/** Of all simulated images, px. */
	static final int SIZE = 256;

	/** What of a specimen in vacuum remains, relative to the image's half side. */
	private static final double PARTICLE = 0.7;

	/** Columns that are so far apart can be searched, px. */
	private static final double FAR = 6;

	/** A crystal as it is imaged here. */
	private enum Specimen {
			YBCO("YBa2Cu3O7-100", 0.015, 0.045, 0.06),
			SRTIO3("SrTiO3-001", 0.014, 0.045, 0.06),
			GRAPHENE("graphene", 0.0125, 0.03, 0.035),
			SILICON("Si-110", 0.01, 0.033, 0.037),
			IRON("Fe-100", 0.014, 0.045, 0.05);

		private final String lattice;
		private final double pixelSize, sigmaMin, sigmaMax;

		Specimen(final String lattice, final double pixelSize, final double sigmaMin,
			final double sigmaMax)
		{
			this.lattice = lattice;
			this.pixelSize = pixelSize;
			this.sigmaMin = sigmaMin;
			this.sigmaMax = sigmaMax;
		}
	}

	/** How an image is taken; noise in parts of the range of the noise-free image. */
	private enum Condition {
			CLEAN("noise 0", 0), NOISE_1("noise 0.1", 0.1), NOISE_3("noise 0.3", 0.3), NOISE_5(
				"noise 0.5", 0.5), NOISE_7("noise 0.7", 0.7), GRADIENT("thickness gradient", 0.2),
			BLUR("blur", 0.2), DRIFT("drift", 0.2), VACANCIES("vacancies", 0.2), AMORPHOUS("amorphous",
				0.2);

		private final String label;
		private final double noise;

		Condition(final String label, final double noise) {
			this.label = label;
			this.noise = noise;
		}

		private SimulationParameters of(final Specimen s, final int seed) {
			final double blur = this == BLUR ? 1.25 : 1;
			final var builder = SimulationParameters.builder(Lattices.get(s.lattice)).size(SIZE, SIZE)
				.pixelSize(s.pixelSize).sigma(blur * s.sigmaMin, blur * s.sigmaMax).noise(noise).rotation(
					7 * ordinal() + 11 * seed).seed(1000L * s.ordinal() + 100 * ordinal() + seed);
			if (this == GRADIENT) builder.thicknessGradient(0.6);
			if (this == DRIFT) builder.drift(0.06, 0.02).rowJitter(0.004);
			if (this == VACANCIES) builder.vacancies(0.05);
			if (this == AMORPHOUS) builder.amorphousFraction(0.25);
			return builder.build();
		}
	}

	/** Every crystal under every condition, with true physics. */
	static List<RewardScene> simulated(final int firstSeed, final int lastSeed) {
		return all(firstSeed, lastSeed, Condition.values());
	}

	/** Every crystal at little and at more noise. */
	static List<RewardScene> ordinary(final int firstSeed, final int lastSeed) {
		return all(firstSeed, lastSeed, Condition.NOISE_1, Condition.NOISE_3);
	}

	private static List<RewardScene> all(final int firstSeed, final int lastSeed,
		final Condition... conditions)
	{
		final List<RewardScene> scenes = new ArrayList<>();
		for (final Specimen specimen : Specimen.values())
			for (final Condition condition : conditions)
				for (int seed = firstSeed; seed <= lastSeed; seed++)
					scenes.add(of(specimen.lattice, condition.label, seed, ImageSimulator.simulate(condition.of(
						specimen, seed), Progress.NONE)));
		return scenes;
	}

	/** A simulated image with true physics. */
	static RewardScene of(final String crystal, final String condition, final int seed,
		final SimulatedImage image)
	{
		final SimulationParameters p = image.parameters();
		return new RewardScene(crystal, condition, seed, image.image(), image.columns(), p.lattice(), p
			.pixelSize(), p.lattice().nearestDistance() / p.pixelSize());
	}

	/** The same image with a wrong belief. */
	RewardScene believed(final String how, final Lattice other, final double pixels) {
		return new RewardScene(crystal, how, seed, image, truth, other, pixels, spacing);
	}

	/** All other presets whose columns would be far enough apart. */
	List<RewardScene> withOtherCrystals() {
		return Lattices.names().stream().filter(name -> !name.equals(crystal)).map(Lattices::get).filter(
			l -> l.nearestDistance() / pixelSize > FAR).map(l -> believed("other crystal", l, pixelSize))
			.toList();
	}

	/** A pixel size that is wrong by 5 %, either way. */
	List<RewardScene> withOtherPixels() {
		return List.of(believed("pixel 5 % larger", lattice, pixelSize * 1.05), believed(
			"pixel 5 % smaller", lattice, pixelSize / 1.05));
	}

	/**
	 * A particle in vacuum, of every crystal, at noise 0.1 and 0.3: the crystal ends at a
	 * circle, within which the truth lies.
	 */
	static List<RewardScene> inVacuum(final int firstSeed, final int lastSeed) {
		final List<RewardScene> scenes = new ArrayList<>();
		for (final Specimen s : Specimen.values())
			for (final Condition c : List.of(Condition.NOISE_1, Condition.NOISE_3))
				for (int seed = firstSeed; seed <= lastSeed; seed++)
					scenes.add(of(s.lattice, c.label, seed, ImageSimulator.simulate(c.of(s, seed).toBuilder()
						.noise(0).build(), Progress.NONE)).cut(c.noise));
		return scenes;
	}

	/** An image without its noise, which is added to what remains. */
	private RewardScene cut(final double noise) {
		final Random random = new Random(seed);
		final double middle = (SIZE - 1) / 2.0, radius = PARTICLE * middle;
		final float[] pixels = new float[SIZE * SIZE];
		int i = 0;
		for (final FloatType v : image) {
			final double r = Math.hypot(i % SIZE - middle, i / SIZE - middle);
			// As wide an edge as a column's.
			final double inside = 1 / (1 + Math.exp((r - radius) / (0.1 * spacing)));
			pixels[i++] = (float) (v.get() * inside + noise * random.nextGaussian());
		}
		return new RewardScene(crystal, VACUUM, seed, ArrayImgs.floats(pixels, SIZE, SIZE), truth
			.stream().filter(t -> Math.hypot(t.x() - middle, t.y() - middle) < radius).toList(), lattice,
			pixelSize, spacing);
	}

	/** The part of a simulated image that a particle in vacuum covers. */
	static Area particle() {
		final boolean[] mask = new boolean[SIZE * SIZE];
		final double middle = (SIZE - 1) / 2.0;
		for (int i = 0; i < mask.length; i++)
			mask[i] = Math.hypot(i % SIZE - middle, i / SIZE - middle) < PARTICLE * middle;
		return Area.mask(mask, SIZE, SIZE);
	}

	/** All of the image. */
	Area area() {
		return Area.image((int) image.dimension(0), (int) image.dimension(1));
	}

	/** Where found and true points count, by the truth. */
	Area counted() {
		return area().inset(spacing / 2);
	}

	/** The names of the crystals. */
	static List<String> crystals() {
		return Arrays.stream(Specimen.values()).map(s -> s.lattice).toList();
	}

	/** The conditions' names. */
	static List<String> conditions() {
		return Arrays.stream(Condition.values()).map(c -> c.label).toList();
	}
}
