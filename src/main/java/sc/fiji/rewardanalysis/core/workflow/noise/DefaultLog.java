package sc.fiji.rewardanalysis.core.workflow.noise;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;

/**
 * What {@code skimage.feature.blob_log(image)} finds with its default parameters (version 0.26)
 * in the noisy image from 0 to 1: its smallest value of the analysed area becomes 0, its largest
 * 1. Of the ten scales those are left out whose kernel is larger than the image.
 */
public final class DefaultLog implements NoiseMethod {

	private static final LogParameters DEFAULTS = new LogParameters(1, 50, 10, 0.2, 0.5);

	@Override
	public String name() {
		return "LoG default";
	}

	@Override
	public String description() {
		return "scikit-image's blob_log as it comes (min_sigma 1, max_sigma 50, num_sigma 10, threshold 0.2, overlap 0.5) on the noisy image from 0 to 1.";
	}

	@Override
	public Detected detect(final RandomAccessibleInterval<DoubleType> image, final NoiseScene scene,
		final Progress progress)
	{
		return new Detected(LogBlobs.of(LogBlobs.normalized(image, scene, Normalization.MIN_MAX,
			progress), DEFAULTS, progress), LogBlobs.table(DEFAULTS));
	}
}
