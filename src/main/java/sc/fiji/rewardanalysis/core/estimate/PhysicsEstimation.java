package sc.fiji.rewardanalysis.core.estimate;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.region.Mask;

/**
 * Estimates what crystal an image shows and at what scale, from its Fourier transform: peaks
 * of the power spectrum are indexed, made exact by the phases of their waves, and the mean
 * cell and the sample's outline follow from the lattice.
 */
public final class PhysicsEstimation {

	/** Of larger images the middle is used: side, px. */
	public static final int WHOLE = 2048, QUICK = 512;

	/** Relative error of the translations that no lattice has. */
	private static final double COHERENT = 0.03;

	private PhysicsEstimation() {}

	/**
	 * Everything.
	 *
	 * @param image two-dimensional; NaN where there is no value
	 * @param area what of it is analysed, its origin at the image's first pixel
	 * @param contrast whether atoms are bright
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if the image is too small or
	 *           blank
	 * @throws java.util.concurrent.CancellationException if cancelled, within 200 ms
	 */
	public static <T extends RealType<T>> PhysicsEstimate of(
		final RandomAccessibleInterval<T> image, final Area area, final Contrast contrast,
		final Progress progress)
	{
		return of(image, area, contrast, WHOLE, progress);
	}

	/**
	 * The same of the middle of an image only.
	 *
	 * @param most side of the square that is looked at, px
	 */
	public static <T extends RealType<T>> PhysicsEstimate of(
		final RandomAccessibleInterval<T> image, final Area area, final Contrast contrast,
		final int most, final Progress progress)
	{
		Checks.given("image", image);
		Checks.given("area", area);
		Checks.given("contrast", contrast);
		final Pixels pixels = Pixels.of(image, area, most, progress);
		progress.update(0.1, "Fourier transform");
		final Spectrum spectrum = Spectrum.of(pixels, progress);
		final List<SpectrumPeak> peaks = spectrum.peaks();
		progress.update(0.4, "Indexing " + peaks.size() + " peaks");
		final List<PeakIndexing.Grain> grains = PeakIndexing.grains(pixels, peaks, spectrum.resolution(),
			progress);
		if (grains.isEmpty()) return new PhysicsEstimate(spectrum, peaks, grains, null, null, null, 0);
		progress.update(0.6, "Measuring phases");
		final PhaseFit fit = PhaseFit.of(pixels, grains.get(0), progress);
		if (!isCoherent(fit)) return new PhysicsEstimate(spectrum, peaks, List.of(), null, null, null, 0);
		progress.update(0.8, "Outlining the sample");
		final Translations cell = fit.translations();
		// How far columns are apart must be known to see where they end, and the mean cell is
		// better without vacuum.
		final Motif rough = Motif.of(pixels, fit, pixels.valid(), contrast, progress);
		final Mask sample = SampleMask.of(image, area, cell, Math.sqrt(cell.area() / Math.max(1, rough
			.count().value())), spectrum.noise(), progress);
		final Motif motif = sample.area() == whole(area, sample).area() ? rough : Motif.of(pixels, fit,
			part(sample, pixels), contrast, progress);
		progress.update(1, "Estimated");
		return new PhysicsEstimate(spectrum, peaks, grains, fit, motif, sample, whole(area, sample)
			.area());
	}

	private static Mask whole(final Area area, final Mask sample) {
		return Mask.of(area, sample.width(), sample.height());
	}

	/** Whether the waves go through the image, and aren't the chance meeting of a few atoms. */
	private static boolean isCoherent(final PhaseFit fit) {
		return fit.measured(Translations::a).sigma() < COHERENT * fit.translations().a() && fit.measured(
			Translations::b).sigma() < COHERENT * fit.translations().b();
	}

	private static boolean[] part(final Mask sample, final Pixels pixels) {
		final boolean[] part = new boolean[pixels.width() * pixels.height()];
		for (int y = 0; y < pixels.height(); y++)
			System.arraycopy(sample.pixels(), (y + pixels.top()) * sample.width() + pixels.left(), part, y *
				pixels.width(), pixels.width());
		return part;
	}
}
