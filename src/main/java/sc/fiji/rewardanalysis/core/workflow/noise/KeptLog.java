package sc.fiji.rewardanalysis.core.workflow.noise;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.LogParameters;

/** The Laplacian of Gaussian with what LoG* picked in the image without added noise. */
public final class KeptLog implements NoiseMethod {

	@Override
	public String name() {
		return "LoG kept";
	}

	@Override
	public String description() {
		return "Laplacian of Gaussian with the parameters that LoG* picked in the image without added noise.";
	}

	@Override
	public Detected detect(final RandomAccessibleInterval<DoubleType> image, final NoiseScene scene,
		final Progress progress)
	{
		final LogParameters kept = scene.optimum();
		return new Detected(LogBlobs.of(LogBlobs.normalized(image, scene, scene.settings()
			.normalization(), progress), kept, progress), LogBlobs.table(kept));
	}
}
