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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiEncoder;

import sc.fiji.rewardanalysis.core.ClassColours;

/**
 * Phases of an image as areas with holes in its overlay, each in its colour, filled so that the
 * image is seen through. They are named groups; whatever else is in the overlay stays.
 */
public final class PhaseOverlay {

	private static final String WORD = "phase", GROUP = "Reward Analysis: phase ";

	/** How much of the image the colour hides, of 255. */
	private static final int VEIL = 40;

	private PhaseOverlay() {}

	/**
	 * Replaces the phases that an earlier call left on the slice.
	 *
	 * @param slice from 1
	 * @param labels of the image's pixels, row by row: the phase from 1, 0 for none
	 */
	public static void show(final ImagePlus image, final int slice, final int[] labels) {
		final Predicate<Roi> former = roi -> isOurs(roi) && AtomOverlay.isOn(roi, image, slice);
		final List<Roi> others = AtomOverlay.without(Overlays.rois(image.getOverlay()), former);
		final List<Roi> rois = rois(labels, image.getWidth(), image.getHeight(), others);
		rois.forEach(roi -> AtomOverlay.place(roi, image, slice));
		// Atoms are seen better on top of areas.
		Overlays.change(image, now -> Stream.concat(rois.stream(), AtomOverlay.without(now, former)
			.stream()).toList());
	}

	/**
	 * Each phase that has a pixel as an area, named {@code phase 1} and so on.
	 *
	 * @param labels row by row: the phase from 1, 0 for none
	 * @param others whose groups are not free
	 */
	static List<Roi> rois(final int[] labels, final int width, final int height,
		final List<Roi> others)
	{
		final List<Roi> rois = new ArrayList<>();
		final List<Roi> areas = RegionOverlay.rois(labels, width, height);
		final List<Roi> taken = new ArrayList<>(others);
		for (int i = 0; i < areas.size(); i++) {
			if (areas.get(i) == null) continue;
			final Color colour = new Color(ClassColours.rgb(i));
			final Roi roi = areas.get(i) instanceof ShapeRoi ? areas.get(i) : new ShapeRoi(areas.get(i));
			roi.setName(WORD + " " + (i + 1));
			roi.setGroup(RoiGroups.number(GROUP + (i + 1), colour, taken));
			roi.setStrokeColor(colour);
			roi.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), VEIL));
			// Filling takes the outline's colour away.
			roi.setStrokeColor(colour);
			roi.setProperty(AtomOverlay.PROPERTY, WORD);
			rois.add(roi);
			taken.add(roi);
		}
		return rois;
	}

	/** The phases that {@link #show} left in an image. */
	public static List<Roi> rois(final ImagePlus image) {
		return Overlays.rois(image.getOverlay()).stream().filter(PhaseOverlay::isOurs).toList();
	}

	/** ROIs as the bytes of a file that the ROI Manager opens; each under its name. */
	static byte[] zip(final List<Roi> rois) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (final Roi roi : rois) {
				final ZipEntry entry = new ZipEntry(roi.getName() + ".roi");
				// The same phases make the same file.
				entry.setTime(0);
				zip.putNextEntry(entry);
				zip.write(RoiEncoder.saveAsByteArray(roi));
				zip.closeEntry();
			}
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		return bytes.toByteArray();
	}

	static boolean isOurs(final Roi roi) {
		return WORD.equals(roi.getProperty(AtomOverlay.PROPERTY));
	}
}
