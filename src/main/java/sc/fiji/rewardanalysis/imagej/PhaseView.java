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

package sc.fiji.rewardanalysis.imagej;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.latent.LatentMaps;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;

/**
 * Phases and latents as ImageJ has them: on the image in which they were found, as images, as ROIs.
 *
 * @param analysed where they were found
 * @param result what was found there
 */
public record PhaseView(AnalysedImage analysed, PhaseResult result) {

	/** The files of the maps, of the phases' numbers and of their areas. */
	public static final String LATENTS = "latents.tif", PHASES = "phases.tif", ROIS = "phases.zip";

	public PhaseView {
		Checks.given("analysed image", analysed);
		Checks.given("phases", result);
	}

	/** Shows the phases in place of those of an earlier run. */
	public void show() {
		PhaseOverlay.show(analysed.source(), analysed.slice(), labels());
	}

	/** The phase of each pixel of the whole image, row by row, from 1; 0 for none. */
	public int[] labels() {
		final ImagePlus image = analysed.source();
		final int width = image.getWidth(), box = analysed.width();
		final int[] all = new int[width * image.getHeight()], inside = result.phases().labels();
		for (int row = 0; row < analysed.height(); row++)
			System.arraycopy(inside, row * box, all, (row + analysed.y()) * width + analysed.x(), box);
		return all;
	}

	/** The phases of the whole image as numbers. */
	public ImagePlus phases() {
		final ImagePlus image = RegionImages.labels(labels(), analysed.source(), "Phases of " + analysed
			.source().getTitle());
		if (result.scene().pixelSize() > 0) calibrate(image.getCalibration(), 1);
		return image;
	}

	/**
	 * The latents as slices of a 32-bit stack, named after them. Of a raster a pixel is a patch,
	 * and the calibration says where its centre lies in the image; around atoms the stack is as
	 * large as the image, each pixel with the value of the nearest atom. Not a number where there
	 * is no patch.
	 */
	public ImagePlus latents() {
		final LatentMaps maps = result.maps();
		final PatchSet patches = maps.patches();
		final ImagePlus source = analysed.source();
		final boolean isRaster = patches.isRaster();
		final ImageStack stack = isRaster ? new ImageStack(patches.columns(), patches.rows())
			: new ImageStack(source.getWidth(), source.getHeight());
		for (int k = 0; k < maps.count(); k++)
			stack.addSlice(maps.name(k) + (maps.unit(k).equals("1") ? "" : " (" + maps.unit(k) + ")"), isRaster
				? patches.image(maps.values(k)) : whole(result.phases().image(maps.values(k))));
		final ImagePlus image = new ImagePlus("Latents of " + source.getTitle(), stack);
		image.setCalibration(calibration());
		image.resetDisplayRange();
		return image;
	}

	private float[] whole(final float[] box) {
		final ImagePlus image = analysed.source();
		final float[] all = new float[image.getWidth() * image.getHeight()];
		Arrays.fill(all, Float.NaN);
		for (int row = 0; row < analysed.height(); row++)
			System.arraycopy(box, row * analysed.width(), all, (row + analysed.y()) * image.getWidth() +
				analysed.x(), analysed.width());
		return all;
	}

	private Calibration calibration() {
		final Calibration calibration = analysed.source().getCalibration().copy();
		// Grey values are no longer the image's.
		calibration.setFunction(Calibration.NONE, null, "");
		calibration.pixelDepth = 1;
		final PatchSet patches = result.maps().patches();
		final double stride = patches.isRaster() ? patches.options().stride() : 1;
		if (result.scene().pixelSize() > 0) calibrate(calibration, stride);
		else {
			calibration.pixelWidth *= stride;
			calibration.pixelHeight *= stride;
		}
		if (!patches.isRaster()) return calibration;
		// Where a patch's centre is, the middle of its pixel shall be.
		calibration.xOrigin = 0.5 - (PixelCentre.toImageJ(analysed.x() + patches.left()) -
			calibration.xOrigin) / stride;
		calibration.yOrigin = 0.5 - (PixelCentre.toImageJ(analysed.y() + patches.top()) -
			calibration.yOrigin) / stride;
		return calibration;
	}

	private void calibrate(final Calibration calibration, final double stride) {
		calibration.setUnit("nm");
		calibration.pixelWidth = calibration.pixelHeight = result.scene().pixelSize() * stride;
	}

	/** Each phase as an area. */
	public List<Roi> rois() {
		final ImagePlus image = analysed.source();
		final List<Roi> rois = PhaseOverlay.rois(labels(), image.getWidth(), image.getHeight(), List.of());
		rois.forEach(roi -> AtomOverlay.place(roi, image, analysed.slice()));
		return rois;
	}

	/**
	 * Writes {@link #LATENTS}, {@link #PHASES} and {@link #ROIS}, each whole or not at all.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public void write(final Path folder, final Progress progress) {
		RegionImages.write(latents(), folder.resolve(LATENTS));
		progress.checkCanceled();
		RegionImages.write(phases(), folder.resolve(PHASES));
		progress.checkCanceled();
		AtomicFile.write(folder.resolve(ROIS), PhaseOverlay.zip(rois()));
	}
}
