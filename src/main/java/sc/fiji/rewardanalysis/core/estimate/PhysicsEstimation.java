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

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;
import sc.fiji.rewardanalysis.core.region.Mask;

/**
 * Estimates what crystal an image shows and at what scale, from its Fourier transform: peaks
 * of the power spectrum are indexed, made exact by the phases of their waves, and the mean
 * cell and the sample's outline follow from the lattice.
 */
public final class PhysicsEstimation {

	/** Of larger images the middle is used: side, px. */
	public static final int WHOLE = 2048, QUICK = 1024;

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
		final Pixels pixels = pixels(image, area, WHOLE, progress);
		final PhysicsEstimate rough = rough(pixels, contrast, progress);
		if (!rough.hasLattice()) return rough;
		progress.update(0.8, "Outlining the sample");
		// How far columns are apart must be known to see where they end, and the mean cell is
		// better without vacuum.
		final Mask whole = Mask.of(area, (int) image.dimension(0), (int) image.dimension(1));
		final Mask sample = SampleMask.of(image, area, rough.translations(), rough.spacing(), rough
			.noise(), progress);
		final PhysicsEstimate estimate = rough.with(sample, whole.area(), sample.area() == whole.area()
			? rough.motif() : MeanCell.of(pixels, rough.fit(), part(sample, pixels), contrast, progress));
		progress.update(1, "Estimated");
		return estimate;
	}

	/** The same of the middle of an image and without the sample's outline, in a fraction of the time. */
	public static <T extends RealType<T>> PhysicsEstimate quick(
		final RandomAccessibleInterval<T> image, final Area area, final Contrast contrast,
		final Progress progress)
	{
		return rough(pixels(image, area, QUICK, progress), contrast, progress);
	}

	private static <T extends RealType<T>> Pixels pixels(final RandomAccessibleInterval<T> image,
		final Area area, final int most, final Progress progress)
	{
		return Pixels.of(Checks.given("image", image), Checks.given("area", area), most, progress);
	}

	private static PhysicsEstimate rough(final Pixels pixels, final Contrast contrast,
		final Progress progress)
	{
		Checks.given("contrast", contrast);
		progress.update(0.1, "Fourier transform");
		final Spectrum spectrum = Spectrum.of(pixels, progress);
		final List<SpectrumPeak> peaks = spectrum.peaks();
		progress.update(0.4, "Indexing " + peaks.size() + " peaks");
		final List<PeakIndexing.Grain> grains = PeakIndexing.grains(pixels, peaks, spectrum.resolution(),
			progress);
		progress.update(0.6, "Measuring phases");
		final PhaseFit fit = grains.isEmpty() ? null : PhaseFit.of(pixels, grains.get(0), progress);
		if (fit == null || !isCoherent(fit)) return new PhysicsEstimate(spectrum, peaks, List.of(), null,
			null, null, 0);
		return new PhysicsEstimate(spectrum, peaks, grains, fit, MeanCell.of(pixels, fit, pixels.valid(),
			contrast, progress), null, 0);
	}

	/** Whether the waves go through the image, and aren't the chance meeting of a few atoms. */
	private static boolean isCoherent(final PhaseFit fit) {
		final LatticeVectors cell = fit.translations();
		return fit.measured(LatticeVectors::lengthA).sigma() < COHERENT * cell.lengthA() && fit.measured(
			LatticeVectors::lengthB).sigma() < COHERENT * cell.lengthB();
	}

	private static boolean[] part(final Mask sample, final Pixels pixels) {
		final boolean[] part = new boolean[pixels.width() * pixels.height()];
		for (int y = 0; y < pixels.height(); y++)
			System.arraycopy(sample.pixels(), (y + pixels.top()) * sample.width() + pixels.left(), part, y *
				pixels.width(), pixels.width());
		return part;
	}
}
