package sc.fiji.rewardanalysis.core.refine;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

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
	 * @param image two-dimensional, origin (0, 0), atoms bright (invert images with dark
	 *          atoms, as {@code Normalizer} does); pixels that aren't finite are left out
	 *          of fits
	 * @param blobs what was detected in it, px
	 * @param refinement how
	 * @param options of the Gaussian fit; the others ignore them
	 * @param progress advanced pass by pass, polled for each column
	 * @return an atom a blob, in their order
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static <T extends RealType<T>> List<RefinedAtom> refine(
		final RandomAccessibleInterval<T> image, final List<Blob> blobs, final Refinement refinement,
		final FitOptions options, final Progress progress)
	{
		Checks.given("image", image);
		Checks.given("fit options", options);
		if (image.numDimensions() != 2) throw new RewardAnalysisException(
			"The image has %d dimensions; choose one slice of it.", image.numDimensions());
		return switch (Checks.given("refine", refinement)) {
			case NONE -> blobs.stream().map(b -> RefinedAtom.kept(b, RefinementStatus.NOT_REFINED))
				.toList();
			case QUADRATIC -> quadratic(image, blobs, progress);
			case GAUSSIAN -> new ColumnFits<>(image, blobs, options, NoiseModel.estimate(image, progress),
				progress).run();
		};
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
