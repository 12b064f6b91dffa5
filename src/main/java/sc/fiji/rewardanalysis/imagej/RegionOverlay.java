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

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;

import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Regions of an image as areas with holes in its overlay, over the atoms: filled so that the
 * image is seen through, with their outlines. They are a named group; whatever else is in
 * the overlay stays, and atoms that are shown later leave them where they are.
 */
public final class RegionOverlay {

	/** The colour of what is amorphous. */
	public static final Color REGION = new Color(ClassColours.AMORPHOUS);

	private static final String WORD = "region", GROUP = "Reward Analysis: regions";

	/** How much of the image the colour hides, of 255. */
	private static final int VEIL = 72;

	private RegionOverlay() {}

	/**
	 * Replaces the regions that an earlier call left on the slice.
	 *
	 * @param slice from 1
	 * @param labels of the image's pixels, {@code labels[y * width + x]}: the region from 1, 0
	 *          for none
	 * @param name of the regions, before their number
	 */
	public static void show(final ImagePlus image, final int slice, final int[] labels,
		final String name)
	{
		final Predicate<Roi> former = roi -> isOurs(roi) && AtomOverlay.isOn(roi, image, slice);
		final List<Roi> rois = new ArrayList<>();
		final Roi model = model(AtomOverlay.without(Overlays.rois(image.getOverlay()), former));
		final List<Roi> areas = rois(labels, image.getWidth(), image.getHeight());
		for (int i = 0; i < areas.size(); i++)
			if (areas.get(i) != null) rois.add(made(areas.get(i), model, name + " " + (i + 1)));
		rois.forEach(roi -> AtomOverlay.place(roi, image, slice));
		Overlays.change(image, now -> Stream.concat(AtomOverlay.without(now, former).stream(), rois
			.stream()).toList());
	}

	/**
	 * One region as an area that holds exactly its pixels, to mark it with: a new ROI.
	 *
	 * @param labels of a box in the image, row by row: the region from 1, 0 for none
	 * @param width of that box, px
	 * @param left its left edge in the image, px
	 * @param top its upper edge, px
	 * @param region from 1
	 * @return empty if it has no pixel
	 */
	public static Optional<Roi> outline(final int[] labels, final int width, final int left,
		final int top, final int region)
	{
		return MaskRoi.of(i -> labels[i] == region, width, labels.length / width, left, top);
	}

	/** Regions that aren't in the overlay yet, each with an outline and a fill. */
	static List<Roi> preview(final int[] labels, final int width, final int height) {
		final Roi model = new Roi(0, 0, 1, 1);
		model.setStrokeColor(REGION);
		return rois(labels, width, height).stream().filter(Objects::nonNull).map(area -> made(area, model,
			"region")).toList();
	}

	/** The regions that {@link #show} left in an image. */
	public static List<Roi> rois(final ImagePlus image) {
		return Overlays.rois(image.getOverlay()).stream().filter(RegionOverlay::isOurs).toList();
	}

	/**
	 * Each region as an area that holds exactly its pixels.
	 *
	 * @param labels row by row, the region from 1, 0 for none
	 * @return by number of the region, less 1; null where it has no pixel
	 */
	static List<Roi> rois(final int[] labels, final int width, final int height) {
		if (labels.length != (long) width * height) throw new RewardAnalysisException(
			"An image of %d x %d px needs %d labels, not %d.", width, height, (long) width * height,
			labels.length);
		final List<Roi> rois = new ArrayList<>();
		final int[][] boxes = boxes(labels, width);
		for (int i = 0; i < boxes.length; i++) {
			final int[] box = boxes[i];
			final int label = i + 1, columns = box[2] - box[0] + 1, rows = box[3] - box[1] + 1;
			rois.add(columns < 1 ? null : MaskRoi.of(p -> labels[(box[1] + p / columns) * width + box[0] + p %
				columns] == label, columns, rows, box[0], box[1]).orElse(null));
		}
		return rois;
	}

	/** Of each region: left, top, right, bottom. */
	private static int[][] boxes(final int[] labels, final int width) {
		int regions = 0;
		for (final int label : labels)
			regions = Math.max(regions, label);
		final int[][] boxes = new int[regions][];
		for (int i = 0; i < regions; i++)
			boxes[i] = new int[] { Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1 };
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] < 1) continue;
			final int[] box = boxes[labels[i] - 1];
			final int x = i % width, y = i / width;
			box[0] = Math.min(box[0], x);
			box[1] = Math.min(box[1], y);
			box[2] = Math.max(box[2], x);
			box[3] = Math.max(box[3], y);
		}
		return boxes;
	}

	private static Roi model(final List<Roi> others) {
		final Roi model = new Roi(0, 0, 1, 1);
		model.setGroup(RoiGroups.number(GROUP, REGION, others));
		model.setStrokeColor(REGION);
		return model;
	}

	private static Roi made(final Roi area, final Roi model, final String name) {
		// Of all areas ImageJ draws fill and outline of this kind only.
		final Roi roi = area instanceof ShapeRoi ? area : new ShapeRoi(area);
		roi.copyAttributes(model);
		roi.setName(name);
		roi.setFillColor(new Color(REGION.getRed(), REGION.getGreen(), REGION.getBlue(), VEIL));
		// Filling takes the outline's colour away.
		roi.setStrokeColor(REGION);
		roi.setProperty(AtomOverlay.PROPERTY, WORD);
		return roi;
	}

	static boolean isOurs(final Roi roi) {
		return WORD.equals(roi.getProperty(AtomOverlay.PROPERTY));
	}
}
