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

package sc.fiji.rewardanalysis.core.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import net.imglib2.FinalInterval;
import net.imglib2.Point;
import net.imglib2.RandomAccess;
import net.imglib2.RealPoint;
import net.imglib2.algorithm.convolution.kernel.Kernel1D;
import net.imglib2.algorithm.convolution.kernel.SeparableKernelConvolution;
import net.imglib2.algorithm.dog.DogDetection;
import net.imglib2.algorithm.gauss3.Gauss3;
import net.imglib2.algorithm.localextrema.LocalExtrema;
import net.imglib2.algorithm.localextrema.RefinedPeak;
import net.imglib2.algorithm.localextrema.SubpixelLocalization;
import net.imglib2.algorithm.neighborhood.RectangleShape;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.RefinedAtom;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.RefinementStatus;
import sc.fiji.rewardanalysis.core.refine.Refiner;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;

/** Responses, maxima and positions against those of imglib2-algorithm, which has no LoG itself. */
class ImgLib2AlgorithmIT {

	private static final int SIZE = 160;

	private static Img<FloatType> image(final double noise) {
		final var simulated = ImageSimulator.simulate(SimulationParameters.builder(Lattices.get(
			"YBa2Cu3O7-100")).size(SIZE, SIZE).pixelSize(0.015).noise(noise).seed(3).build(), Progress.NONE)
			.image();
		final Img<FloatType> image = ArrayImgs.floats(SIZE, SIZE);
		final RandomAccess<? extends net.imglib2.type.numeric.RealType<?>> from = simulated.randomAccess();
		final var to = image.localizingCursor();
		while (to.hasNext()) {
			to.fwd();
			from.setPosition(to);
			to.get().setReal(from.get().getRealDouble());
		}
		return image;
	}

	/** Our responses at one scale, in double precision. */
	private static double[] plane(final Img<FloatType> image, final double sigma) {
		final ImageTile tile = ImageTile.read(image, 0, 0, SIZE, SIZE, GaussianKernel.radius(sigma),
			new Buffers(), Progress.NONE);
		return new LogFilter(sigma).responses(tile, 0, 0, SIZE, SIZE);
	}

	/** The largest difference to second differences of a blurred image, relative to the largest response. */
	private static double difference(final Img<FloatType> image, final double sigma) {
		final Img<DoubleType> blurred = ArrayImgs.doubles(SIZE, SIZE);
		// As long as ours: Gauss3's own kernels end at three sigma.
		final Kernel1D kernel = Kernel1D.symmetric(Gauss3.halfkernel(sigma, (int) (4 * sigma + 0.5) + 1,
			true));
		SeparableKernelConvolution.convolve(new Kernel1D[] { kernel, kernel }, Views.extendMirrorDouble(image),
			blurred);
		final double[] ours = plane(image, sigma);
		final RandomAccess<DoubleType> at = Views.extendMirrorDouble(blurred).randomAccess();
		double largest = 0, off = 0;
		for (int y = 1; y < SIZE - 1; y++)
			for (int x = 1; x < SIZE - 1; x++) {
				final double theirs = -sigma * sigma * (get(at, x - 1, y) + get(at, x + 1, y) + get(at, x, y -
					1) + get(at, x, y + 1) - 4 * get(at, x, y));
				largest = Math.max(largest, Math.abs(ours[y * SIZE + x]));
				off = Math.max(off, Math.abs(theirs - ours[y * SIZE + x]));
			}
		return off / largest;
	}

	private static double get(final RandomAccess<DoubleType> at, final int x, final int y) {
		at.setPosition(x, 0);
		at.setPosition(y, 1);
		return at.get().get();
	}

	/**
	 * A second difference is the derivative but for a part of it that falls with the scale: 1.8 % of
	 * the largest response at 2 px, 0.7 % at 6 px.
	 */
	@Test
	void responsesAreSecondDifferencesOfTheirGaussian() {
		final Img<FloatType> image = image(0.1);
		for (final double sigma : new double[] { 2, 3, 4, 6 }) {
			final double difference = difference(image, sigma);
			assertTrue(difference < 0.02, "sigma " + sigma + ": " + difference);
		}
	}

	/** The same pixels and scales, each of them. */
	@Test
	void maximaAreTheirs() {
		final Img<FloatType> image = image(0.1);
		final LogParameters parameters = new LogParameters(2, 5, 6, 0.02, Double.NaN, 1, false, 0, 0);
		final double[] sigmas = parameters.sigmas();
		final double[] planes = new double[SIZE * SIZE * sigmas.length];
		for (int s = 0; s < sigmas.length; s++)
			System.arraycopy(plane(image, sigmas[s]), 0, planes, s * SIZE * SIZE, SIZE * SIZE);
		final Img<DoubleType> stack = ArrayImgs.doubles(planes, SIZE, SIZE, sigmas.length);
		final Set<String> theirs = new TreeSet<>(), ours = new TreeSet<>();
		for (final Point p : LocalExtrema.findLocalExtrema(Views.extendValue(stack,
			Double.NEGATIVE_INFINITY), stack, new LocalExtrema.MaximumCheck<>(new DoubleType(0.02)),
			new RectangleShape(1, true)))
			theirs.add(p.getIntPosition(0) + ", " + p.getIntPosition(1) + ", " + sigmas[p.getIntPosition(2)]);
		for (final Blob b : ScaleSpace.of(image, sigmas, Progress.NONE).peaks(parameters))
			ours.add((int) b.x() + ", " + (int) b.y() + ", " + b.sigma());
		assertTrue(ours.size() > 80, ours.size() + " maxima");
		assertEquals(theirs, ours);
	}

	/** Both take the vertex of the Taylor polynomial; theirs moves on where it is in the next pixel. */
	@Test
	void positionsBelowAPixelAreTheirs() {
		final Img<FloatType> image = image(0.05);
		final double sigma = 3;
		final List<Blob> blobs = ScaleSpace.of(image, new double[] { sigma }, Progress.NONE).peaks(
			new LogParameters(sigma, sigma, 1, 0.05, Double.NaN, 1, false, 2, 2));
		final List<Point> pixels = blobs.stream().map(b -> new Point((long) b.x(), (long) b.y())).toList();
		final Img<DoubleType> plane = ArrayImgs.doubles(plane(image, sigma), SIZE, SIZE);
		final SubpixelLocalization<Point, DoubleType> localization = new SubpixelLocalization<>(2);
		localization.setReturnInvalidPeaks(true);
		localization.setNumThreads(1);
		final List<RefinedPeak<Point>> theirs = localization.process(new ArrayList<>(pixels), plane, plane);
		final List<RefinedAtom> ours = Refiner.refine(image, Contrast.BRIGHT, blobs, Refinement.QUADRATIC,
			FitOptions.ROUND, Progress.NONE).atoms();
		int compared = 0;
		for (int i = 0; i < blobs.size(); i++) {
			final Blob blob = ours.get(i).blob();
			final boolean near = Math.max(Math.abs(blob.x() - blobs.get(i).x()), Math.abs(blob.y() - blobs.get(i)
				.y())) <= 0.5;
			if (ours.get(i).status() != RefinementStatus.OK || !near || !theirs.get(i).isValid()) continue;
			compared++;
			assertEquals(theirs.get(i).getDoublePosition(0), blob.x(), 1e-9);
			assertEquals(theirs.get(i).getDoublePosition(1), blob.y(), 1e-9);
		}
		assertTrue(compared > 0.9 * blobs.size() && compared > 60, compared + " of " + blobs.size());
	}

	/** A difference of Gaussians is another filter: the same atoms, to 0.012 px. */
	@Test
	void differencesOfGaussiansFindTheSameAtoms() {
		final Img<FloatType> image = image(0);
		final double sigma = 3, factor = 1.1;
		final List<Blob> blobs = ScaleSpace.of(image, new double[] { sigma }, Progress.NONE).peaks(
			new LogParameters(sigma, sigma, 1, 0.05, Double.NaN, 1, false, 8, 8));
		final List<RefinedAtom> ours = Refiner.refine(image, Contrast.BRIGHT, blobs, Refinement.QUADRATIC,
			FitOptions.ROUND, Progress.NONE).atoms();
		final DogDetection<FloatType> dog = new DogDetection<>(Views.extendMirrorDouble(image),
			new FinalInterval(Intervals.dimensionsAsLongArray(image)), new double[] { 1, 1 }, sigma / Math.sqrt(
				factor), sigma * Math.sqrt(factor), DogDetection.ExtremaType.MINIMA, 1e-4, false);
		dog.setNumThreads(1);
		final List<RealPoint> theirs = new ArrayList<>();
		dog.getSubpixelPeaks().forEach(p -> theirs.add(new RealPoint(p)));
		assertTrue(ours.size() > 50, ours.size() + " atoms");
		for (final RefinedAtom atom : ours) {
			final double nearest = theirs.stream().mapToDouble(p -> Math.hypot(p.getDoublePosition(0) - atom
				.blob().x(), p.getDoublePosition(1) - atom.blob().y())).min().orElse(99);
			assertTrue(nearest < 0.02, nearest + " px from " + atom.blob());
		}
	}
}
