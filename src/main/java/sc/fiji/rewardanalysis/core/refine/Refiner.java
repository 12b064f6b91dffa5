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

package sc.fiji.rewardanalysis.core.refine;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.detect.Contrast;

/**
 * Refines the positions of detected atoms below a pixel. Each atom is kept: where the
 * refinement fails, at its detected position, with the reason.
 * <p>
 * Runs on the threads of {@link Parallelization}; the result doesn't depend on their
 * number, nor on the order of the blobs.
 */
public final class Refiner {

	private static final int CHUNK = 16;

	private Refiner() {}

	/**
	 * @param image two-dimensional, origin (0, 0), as recorded: smoothing would correlate
	 *          its noise. Pixels that aren't finite are left out of fits
	 * @param contrast whether its atoms are bright or dark; dark ones are refined in the
	 *          image's negative, and so are their fits' heights and backgrounds
	 * @param blobs what was detected in it, px
	 * @param refinement how
	 * @param options of the Gaussian fit; the others ignore them
	 * @param progress advanced pass by pass, polled for each column
	 * @return an atom a blob, in their order
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> RefinedAtoms refine(
		final RandomAccessibleInterval<T> image, final Contrast contrast, final List<Blob> blobs,
		final Refinement refinement, final FitOptions options, final Progress progress)
	{
		Checks.given("image", image);
		Checks.given("refine", refinement);
		Checks.given("fit options", options);
		if (image.numDimensions() != 2) throw new RewardAnalysisException(
			"The image has %d dimensions; choose one slice of it.", image.numDimensions());
		if (refinement == Refinement.GAUSSIAN) blobs.forEach(Refiner::checkSigma);
		final RandomAccessibleInterval<DoubleType> bright = bright(image, contrast);
		return switch (refinement) {
			case NONE -> RefinedAtoms.asDetected(blobs);
			case QUADRATIC -> new RefinedAtoms(refinement, options, quadratic(bright, blobs, progress));
			case GAUSSIAN -> new RefinedAtoms(refinement, options, new ColumnFits<>(bright, blobs, options,
				Waiting.unlessCancelled(() -> NoiseModel.estimate(bright, progress), progress), progress)
					.run());
		};
	}

	/** Atoms that somebody else has found may have none. */
	private static void checkSigma(final Blob blob) {
		if (!(blob.sigma() > 0 && blob.sigma() < Double.POSITIVE_INFINITY)) throw new RewardAnalysisException(
			"The atom at (%.1f, %.1f) px has a sigma of %s; a Gaussian fit begins with the sigma at which the atom was found. Choose refine=quadratic or none.",
			blob.x(), blob.y(), blob.sigma());
	}

	/** A view of the image in which atoms are bright. */
	private static <T extends RealType<T>> RandomAccessibleInterval<DoubleType> bright(
		final RandomAccessibleInterval<T> image, final Contrast contrast)
	{
		final int sign = Checks.given("contrast", contrast) == Contrast.BRIGHT ? 1 : -1;
		return Converters.convertRAI(image, (in, out) -> out.set(sign * in.getRealDouble()),
			new DoubleType());
	}

	private static <T extends RealType<T>> List<RefinedAtom> quadratic(
		final RandomAccessibleInterval<T> image, final List<Blob> blobs, final Progress progress)
	{
		final RefinedAtom[] atoms = new RefinedAtom[blobs.size()];
		final List<Integer> chunks = IntStream.range(0, (atoms.length + CHUNK - 1) / CHUNK).boxed()
			.toList();
		final AtomicInteger done = new AtomicInteger();
		Parallelization.getTaskExecutor().forEach(chunks, chunk -> {
			for (int i = chunk * CHUNK; i < Math.min(atoms.length, (chunk + 1) * CHUNK); i++) {
				progress.checkCanceled();
				atoms[i] = Quadratic.refine(image, blobs.get(i));
			}
			progress.update((double) done.incrementAndGet() / chunks.size(), "Refining positions");
		});
		return Arrays.asList(atoms);
	}
}
