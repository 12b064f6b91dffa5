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
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * What is drawn over a solution while somebody looks at it: a mark of what is chosen, and
 * lines between the neighbours among atoms. It is a ROI or two, whatever there is else;
 * circles stay as they are.
 */
public final class SolutionOverlay {

	/** Okabe &amp; Ito's yellow. */
	public static final Color CHOSEN = new Color(0xF0E442);

	private static final String HIGHLIGHT = "highlight", NEIGHBOURS = "neighbours";

	/** How much larger than an atom's circle the chosen atom's is. */
	private static final double LARGER = 1.35;

	private SolutionOverlay() {}

	/**
	 * Marks what is chosen in place of what was marked before. On the event thread.
	 *
	 * @param slice from 1
	 * @param outline a ROI of nobody else; null for none
	 */
	public static void highlight(final ImagePlus image, final int slice, final Roi outline) {
		if (outline != null) {
			outline.setStrokeColor(CHOSEN);
			outline.setUnscalableStrokeWidth(2);
		}
		replace(image, slice, HIGHLIGHT, outline);
	}

	/**
	 * A circle around an atom, to mark it with.
	 *
	 * @param atom px, relative to the analysed box
	 * @param left left edge of the box in the image, px
	 * @param top its upper edge, px
	 */
	public static Roi around(final Blob atom, final int left, final int top) {
		return AtomOverlay.circle(new Blob(atom.x(), atom.y(), LARGER * atom.sigma(), atom.response()),
			left, top);
	}

	/**
	 * Draws a line from atoms to each of their neighbours, those of errors in the errors'
	 * colour, in place of lines that were there. On the event thread.
	 *
	 * @param slice from 1
	 * @param left left edge of the analysed box in the image, px
	 * @param top its upper edge, px
	 * @param lines as made by {@link #lines}; null for none
	 */
	public static void neighbours(final ImagePlus image, final int slice, final int left,
		final int top, final Lines lines)
	{
		if (lines == null) replace(image, slice, NEIGHBOURS);
		else replace(image, slice, NEIGHBOURS, lines.roi(lines.others, left, top, AtomOverlay.ATOM), lines
			.roi(lines.errors, left, top, AtomOverlay.ERROR));
	}

	/**
	 * Lines between atoms.
	 *
	 * @param others between those that are no errors
	 * @param errors from errors
	 */
	public record Lines(Path2D others, Path2D errors) {

		private Roi roi(final Path2D path, final int left, final int top, final Color colour) {
			if (path.getCurrentPoint() == null) return null;
			final Roi roi = new ShapeRoi(path);
			roi.setLocation(left + roi.getXBase(), top + roi.getYBase());
			roi.setName(colour == AtomOverlay.ERROR ? "neighbours of errors" : "neighbours");
			roi.setStrokeColor(colour);
			return roi;
		}
	}

	/**
	 * Lines from atoms to their neighbours; any thread.
	 *
	 * @param atoms px, relative to the analysed box
	 * @param neighbours indices, by atom
	 * @param isError which atoms are errors
	 * @param onlyErrors whether others get no lines of their own
	 */
	public static Lines lines(final List<Blob> atoms, final IntFunction<int[]> neighbours,
		final IntPredicate isError, final boolean onlyErrors)
	{
		final Path2D others = new Path2D.Double(), errors = new Path2D.Double();
		for (int i = 0; i < atoms.size(); i++) {
			final boolean error = isError.test(i);
			if (onlyErrors && !error) continue;
			for (final int j : neighbours.apply(i)) {
				// A line an atom already has from its neighbour isn't drawn twice.
				if (j < i && !error && !isError.test(j) && contains(neighbours.apply(j), i)) continue;
				line(error ? errors : others, atoms.get(i), atoms.get(j));
			}
		}
		return new Lines(others, errors);
	}

	private static void line(final Path2D path, final Blob from, final Blob to) {
		path.moveTo(PixelCentre.toImageJ(from.x()), PixelCentre.toImageJ(from.y()));
		path.lineTo(PixelCentre.toImageJ(to.x()), PixelCentre.toImageJ(to.y()));
	}

	private static boolean contains(final int[] values, final int value) {
		for (final int v : values)
			if (v == value) return true;
		return false;
	}

	/** Whether a ROI is a mark or a line. */
	static boolean isOurs(final Roi roi) {
		final String property = roi.getProperty(AtomOverlay.PROPERTY);
		return HIGHLIGHT.equals(property) || NEIGHBOURS.equals(property);
	}

	/** @param rois null for none */
	private static void replace(final ImagePlus image, final int slice, final String what,
		final Roi... rois)
	{
		final List<Roi> fresh = Arrays.stream(rois).filter(Objects::nonNull).toList();
		for (final Roi roi : fresh) {
			roi.setProperty(AtomOverlay.PROPERTY, what);
			AtomOverlay.place(roi, image, slice);
		}
		final Predicate<Roi> former = roi -> what.equals(roi.getProperty(AtomOverlay.PROPERTY));
		final boolean changed = Overlays.change(image, now -> {
			Previews.forget(image, former);
			return Stream.concat(now.stream().filter(former.negate()), fresh.stream()).toList();
		});
		if (changed) image.draw();
	}
}
