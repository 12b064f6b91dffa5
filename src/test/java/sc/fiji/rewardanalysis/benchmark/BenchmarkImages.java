package sc.fiji.rewardanalysis.benchmark;

import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

/** What speed is measured on: YBa2Cu3O7 [100], 0.15 Å a pixel, noise 0.1. */
final class BenchmarkImages {

	static final String LATTICE = "YBa2Cu3O7-100";

	/** nm. */
	static final double PIXEL_SIZE = 0.015;

	/** Ten scales from 3 to 8 px, as the papers' authors use. */
	static final LogParameters PARAMETERS = new LogParameters(3, 8, 10, 0.05, 0.5);

	private BenchmarkImages() {}

	/** An image of so many pixels squared with its truth. */
	static SimulatedImage simulated(final int size) {
		return ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(LATTICE)).size(size,
			size).pixelSize(PIXEL_SIZE).noise(0.1).seed(1).build(), Progress.NONE);
	}

	/** The same from 0 to 1, in single precision. */
	static Img<FloatType> normalized(final int size) {
		final RandomAccess<DoubleType> access = Normalizer.normalize(simulated(size).image(), Area.image(
			size, size), Normalization.MIN_MAX, Contrast.BRIGHT).randomAccess();
		final float[] pixels = new float[size * size];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) access.setPositionAndGet(i % size, i / size).get();
		return ArrayImgs.floats(pixels, size, size);
	}
}
