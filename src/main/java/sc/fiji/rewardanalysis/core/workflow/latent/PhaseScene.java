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

package sc.fiji.rewardanalysis.core.workflow.latent;

import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;

/**
 * An image whose phases are mapped.
 *
 * @param image what is analysed of it; (0, 0) is its first pixel
 * @param area what counts of that
 * @param atoms px of it; empty for a raster
 * @param pixelSize nm; NaN if unknown, so that lengths are in px
 */
public record PhaseScene(RandomAccessibleInterval<FloatType> image, Area area,
	List<? extends Position> atoms, double pixelSize)
{

	/** Bytes that PyTorch takes before any network is made, measured. */
	private static final double BASE = 300e6;

	/** Copies of a batch's activations: forward, gradients, products of both. */
	private static final int COPIES = 6;

	public PhaseScene {
		Checks.given("image", image);
		Checks.given("area", area);
		atoms = List.copyOf(atoms);
	}

	/** Width, px. */
	public int width() {
		return (int) image.dimension(0);
	}

	/** Height, px. */
	public int height() {
		return (int) image.dimension(1);
	}

	/** Side of a pixel, nm, or 1 px where that is unknown. */
	public double unit() {
		return pixelSize > 0 ? pixelSize : 1;
	}

	/** {@code nm}, or {@code px} where the pixel size is unknown. */
	public String unitName() {
		return pixelSize > 0 ? "nm" : "px";
	}

	/**
	 * Cuts the image.
	 *
	 * @throws RewardAnalysisException if there are too few patches for the network to learn from
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public PatchSet patches(final PhaseSettings settings, final Progress progress) {
		final PatchOptions options = settings.patches();
		final PatchSet patches = options.isAroundAtoms() ? PatchSet.around(image, area, atoms, options,
			progress) : PatchSet.raster(image, area, options, progress);
		final VaeSettings network = settings.network();
		if (patches.count() < network.batch()) throw new RewardAnalysisException(
			"There are %d patches, fewer than a batch of %d; choose %s or a smaller batch_size.", patches
				.count(), network.batch(), options.isAroundAtoms() ? "an area with more atoms, smaller patches"
					: "a smaller stride, smaller patches");
		final int needed = settings.segmentation().classes() * (network.content() + 1);
		if (patches.count() < needed) throw new RewardAnalysisException(
			"There are %d patches, too few to tell %d phases apart by %d latents; choose %s or fewer phases.",
			patches.count(), settings.segmentation().classes(), network.content(), options.isAroundAtoms()
				? "an area with more atoms" : "a smaller stride");
		return patches;
	}

	/**
	 * About what memory a training takes, bytes: patches twice (here and in PyTorch), a batch with
	 * its gradients, and PyTorch itself.
	 */
	public static long memory(final PatchSet patches, final VaeSettings network) {
		final double perPixel = network.firstContent() > 0 ? network.pixels() * patches.size() * patches
			.size() : 1;
		final double activations = (double) network.batch() * perPixel * network.width() * (network
			.layers() + 1) * COPIES * Float.BYTES;
		return (long) (BASE + 2.0 * patches.bytes() + activations);
	}

	/**
	 * About how many multiplications and additions a training takes: forward, and twice as many
	 * backward.
	 */
	public static double operations(final PatchSet patches, final VaeSettings network) {
		final double pixels = (double) patches.size() * patches.size(), width = network.width();
		final double hidden = width * width;
		final double encoder = pixels * width + (network.layers() - 1) * hidden;
		final double decoder = network.firstContent() > 0 ? network.pixels() * pixels * (network.layers() *
			hidden + 3 * width) : encoder;
		return 3 * (encoder + decoder) * patches.count() * network.epochs();
	}
}
