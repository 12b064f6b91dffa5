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
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.amorphous.AmorphousRegions;

/**
 * Amorphous regions on the image in which they were found, and as images of its size, also
 * where only a selection was analysed.
 *
 * @param analysed where they were found
 * @param atoms px of the analysed box
 * @param found the regions
 */
public record RegionView(AnalysedImage analysed, List<Blob> atoms, AmorphousRegions found) {

	/** The files of the regions' numbers and of the map of probabilities. */
	public static final String LABELS = "regions.tif", PROBABILITY = "probability.tif";

	private static final String NAME = "amorphous region";

	public RegionView {
		Checks.given("analysed image", analysed);
		Checks.given("regions", found);
		atoms = List.copyOf(atoms);
	}

	/** Shows regions and atoms in place of those of an earlier run. */
	public void show() {
		final ImagePlus image = analysed.source();
		RegionOverlay.show(image, analysed.slice(), labels(), NAME);
		ClassOverlay.showAmorphous(image, analysed.slice(), inImage(), found.amorphous());
	}

	private List<Blob> inImage() {
		return atoms.stream().map(a -> new Blob(a.x() + analysed.x(), a.y() + analysed.y(), a.sigma(), a
			.response())).toList();
	}

	/** Regions and atoms for a preview. */
	List<Roi> preview() {
		final ImagePlus image = analysed.source();
		final List<Roi> rois = Stream.concat(RegionOverlay.preview(labels(), image.getWidth(), image
			.getHeight()).stream(), ClassOverlay.preview(inImage(), found.amorphous()).stream()).toList();
		rois.forEach(roi -> AtomOverlay.place(AtomOverlay.asPreview(roi), image, analysed.slice()));
		return rois;
	}

	/** Whether a ROI goes when these regions are shown. */
	boolean isReplaceable(final Roi roi) {
		return AtomOverlay.isReplaceable(roi, analysed) || RegionOverlay.isOurs(roi) && AtomOverlay.isOn(
			roi, analysed.source(), analysed.slice());
	}

	/** The region of each pixel of the whole image, row by row, from 1; 0 for none. */
	public int[] labels() {
		final ImagePlus image = analysed.source();
		final int width = image.getWidth(), box = analysed.width();
		final int[] inside = found.labels();
		if (box == width && analysed.height() == image.getHeight()) return inside;
		final int[] all = new int[width * image.getHeight()];
		for (int row = 0; row < analysed.height(); row++)
			System.arraycopy(inside, row * box, all, (row + analysed.y()) * width + analysed.x(), box);
		return all;
	}

	/** The regions of the whole image as numbers. */
	public ImagePlus regions() {
		return RegionImages.labels(labels(), analysed.source(), "Amorphous regions of " + analysed
			.source().getTitle());
	}

	/**
	 * The whole image's map of probabilities; NaN where nothing was analysed.
	 *
	 * @param map of the analysed box, row by row
	 */
	public ImagePlus probability(final float[] map) {
		final ImagePlus image = analysed.source();
		final int width = image.getWidth(), box = analysed.width();
		final float[] all = new float[width * image.getHeight()];
		Arrays.fill(all, Float.NaN);
		for (int row = 0; row < analysed.height(); row++)
			System.arraycopy(map, row * box, all, (row + analysed.y()) * width + analysed.x(), box);
		return RegionImages.heat(all, image, "Probability of amorphous in " + image.getTitle());
	}

	/**
	 * Writes {@link #LABELS} and {@link #PROBABILITY}, each whole or not at all.
	 *
	 * @param map of the analysed box, row by row
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public void write(final float[] map, final Path folder, final Progress progress) {
		RegionImages.write(regions(), folder.resolve(LABELS));
		progress.checkCanceled();
		RegionImages.write(probability(map), folder.resolve(PROBABILITY));
	}
}
