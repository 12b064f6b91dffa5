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
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.region.Mask;

/**
 * The part of an image that shows a sample, as a selection and as files.
 *
 * @param analysed the box that was looked at
 * @param mask which of its pixels are sample
 */
public record SampleArea(AnalysedImage analysed, Mask mask) {

	public SampleArea {
		Checks.given("analysed image", analysed);
		Checks.given("mask of the sample", mask);
	}

	/** As an area selection in the image; empty if there is no sample. */
	public Optional<Roi> roi() {
		return MaskRoi.of(mask.pixels(), mask.width(), mask.height(), analysed.x(), analysed.y());
	}

	/** Makes it the image's selection. */
	public void select() {
		roi().ifPresent(roi -> {
			analysed.source().setRoi(roi);
			analysed.source().updateAndDraw();
		});
	}

	/** Writes sample.roi and, with 255 for sample in an image as large as the whole one, sample.tif. */
	public void write(final Path folder) {
		final Path file = folder.resolve("sample.roi");
		roi().ifPresentOrElse(roi -> AtomicFile.write(file, RoiEncoder.saveAsByteArray(roi)),
			() -> AtomicFile.delete(file));
		final ImagePlus source = analysed.source();
		final ByteProcessor levels = new ByteProcessor(source.getWidth(), source.getHeight());
		for (int y = 0; y < mask.height(); y++)
			for (int x = 0; x < mask.width(); x++)
				if (mask.get(x, y)) levels.set(analysed.x() + x, analysed.y() + y, 255);
		final ImagePlus image = new ImagePlus("sample of " + source.getTitle(), levels);
		image.setCalibration(source.getCalibration().copy());
		RegionImages.write(image, folder.resolve("sample.tif"));
	}
}
