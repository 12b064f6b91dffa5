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

package sc.fiji.rewardanalysis.core.network;

import java.util.List;
import java.util.SplittableRandom;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.simulate.Column;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

/**
 * Endlessly many scenes to learn from. A scene is a function of the settings, the seed and its
 * number alone. Immutable, for any number of threads.
 */
public final class TrainingScenes {

	/** Of the seeds of scenes to learn from and of those that are held out. */
	private static final long LEARN = 0x632BE59BD9B4E019L, HELD_OUT = 0x9E6D62D06F6A9A9BL;

	/** Columns with less of the image's range aren't asked for: nobody sees them. */
	private static final double FAINT = 0.05;

	private final SceneSettings settings;
	private final long seed;

	public TrainingScenes(final SceneSettings settings, final long seed) {
		this.settings = Checks.given("scene settings", settings);
		this.seed = seed;
	}

	/** A scene to learn from. */
	public TrainingScene scene(final long number) {
		return make(LEARN, number);
	}

	/** A scene to be examined with; none of those to learn from. */
	public TrainingScene heldOut(final long number) {
		return make(HELD_OUT, number);
	}

	private TrainingScene make(final long salt, final long number) {
		final SplittableRandom random = new SplittableRandom(new SplittableRandom(new SplittableRandom(
			seed ^ salt).nextLong() ^ number).nextLong());
		// Each has its own numbers: more noise leaves the specimen as it is.
		final SplittableRandom crystal = random.split(), specimen = random.split(), look = random
			.split(), level = random.split(), grain = random.split();
		final Lattice lattice = crystal.nextDouble() < settings.invented() ? InventedLattice.random(
			crystal) : settings.lattices().get(crystal.nextInt(settings.lattices().size()));
		final double spacing = settings.spacingLow() * Math.pow(settings.spacingHigh() / settings
			.spacingLow(), crystal.nextDouble());
		final SimulatedImage simulated = ImageSimulator.simulate(parameters(lattice, spacing, specimen),
			Progress.NONE);
		final float[] pixels = pixels(simulated);
		final SceneLook drawn = new SceneLook(settings.size(), spacing, look);
		final List<Column> columns = settings.varied() ? drawn.dress(pixels, simulated.columns())
			: simulated.columns();
		final double noise = settings.noiseLow() + (settings.noiseHigh() - settings.noiseLow()) * Math
			.pow(level.nextDouble(), 1.5);
		for (int i = 0; i < pixels.length; i++)
			pixels[i] += (float) (noise * grain.nextGaussian());
		if (settings.varied()) drawn.smooth(pixels);
		return new TrainingScene(settings.size(), standardised(pixels), ColumnTarget.draw(
			columns, settings.size(), settings.size()), columns.stream().map(c -> (Position) c).toList(),
			lattice.name(), spacing, noise);
	}

	private float[] pixels(final SimulatedImage simulated) {
		final float[] pixels = new float[settings.size() * settings.size()];
		final var cursor = simulated.image().cursor();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = cursor.next().get();
		return pixels;
	}

	private SimulationParameters parameters(final Lattice lattice, final double spacing,
		final SplittableRandom random)
	{
		final double nearest = lattice.nearestDistance(), pixel = nearest / spacing;
		final double widest = nearest * uniform(random, 0.14, 0.3);
		final SimulationParameters.Builder builder = SimulationParameters.builder(lattice).size(settings
			.size(), settings.size()).pixelSize(pixel).rotation(360 * random.nextDouble()).sigma(widest *
				uniform(random, 0.75, 1), widest).exponent(uniform(random, 1.3, 2)).background(0.1)
			.thicknessGradient(uniform(random, 0, 0.4)).thermalDisplacement(0.01 * nearest).seed(random
				.nextLong());
		if (settings.varied()) vary(builder, nearest, settings.size() * pixel, random);
		return builder.build();
	}

	/** What specimens and microscopes have besides. */
	private static void vary(final SimulationParameters.Builder builder, final double nearest,
		final double frame, final SplittableRandom random)
	{
		builder.amplitudeSpread(uniform(random, 0, 0.15)).thermalDisplacement(nearest * uniform(random, 0,
			0.05));
		final double holes = random.nextDouble();
		builder.vacancies(holes < 0.8 ? uniform(random, 0, 0.05) : holes < 0.9 ? uniform(random, 0.05,
			0.5) : uniform(random, 0.8, 0.98));
		if (random.nextDouble() < 0.2) builder.amorphousFraction(uniform(random, 0.1, 0.7))
			.amorphousCorrelation(nearest * uniform(random, 3, 8)).amorphousDisplacement(nearest * uniform(
				random, 0.1, 0.25));
		if (random.nextDouble() < 0.3) builder.drift(nearest * uniform(random, -1, 1), nearest * uniform(
			random, -1, 1)).rowJitter(nearest * uniform(random, 0, 0.06));
		if (random.nextDouble() < 0.1) builder.nanoparticleRadius(frame * uniform(random, 0.15, 0.35));
		if (random.nextDouble() < 0.2) builder.dose(Math.pow(10, uniform(random, 0.7, 2.5)));
	}

	/** As {@link InputNormalization#STANDARD}: mean 0, standard deviation 1; a flat picture is 0. */
	static float[] standardised(final float[] values) {
		double sum = 0, squares = 0;
		for (final float v : values)
			sum += v;
		final double mean = sum / values.length;
		for (final float v : values)
			squares += (v - mean) * (v - mean);
		final double deviation = Math.sqrt(squares / values.length);
		final float[] result = new float[values.length];
		if (deviation > 0) for (int i = 0; i < values.length; i++)
			result[i] = (float) ((values[i] - mean) / deviation);
		return result;
	}

	/** Whether a column counts. */
	static boolean isSeen(final Column column) {
		return column.amplitude() >= FAINT;
	}

	static double uniform(final SplittableRandom random, final double low, final double high) {
		return low + (high - low) * random.nextDouble();
	}
}
