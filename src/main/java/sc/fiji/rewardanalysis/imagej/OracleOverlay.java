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
import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;

import sc.fiji.rewardanalysis.core.OutcomeColours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.compare.OracleComparison;
import sc.fiji.rewardanalysis.core.compare.OracleComparison.Outcome;

/**
 * What an oracle says of atoms, over them: dots on hits, crosses on false alarms, rings where
 * atoms were missed, each a named set of points in a colour of its own, and a legend. Circles
 * of atoms stay; atoms that are shown later take the marks away.
 */
public final class OracleOverlay {

	private static final String WORD = "oracle";

	/** Part of the image's shorter side that a line of the legend is high. */
	private static final double LINE = 1 / 28.0;

	private static final int SMALLEST = 9;

	/** From which distance of the oracle's points on ImageJ's marks of a size don't touch, px. */
	private static final double WIDE = 40, USUAL = 24, NARROW = 12;

	private OracleOverlay() {}

	/** What marks look like. */
	private enum Mark {

			HIT("hits", OutcomeColours.HIT, PointRoi.DOT, 2), //
			FALSE_ALARM("false alarms", OutcomeColours.FALSE_ALARM, PointRoi.CROSS, 4), //
			MISS("misses", OutcomeColours.MISS, PointRoi.CIRCLE, 4);

		private final String word;
		private final Color colour;
		private final int type, size;

		Mark(final String word, final int rgb, final int type, final int size) {
			this.word = word;
			this.type = type;
			this.size = size;
			colour = new Color(rgb);
		}

		/** One of ImageJ's sizes of points; a cross is twice as wide as a ring. */
		private int size(final double spacing) {
			return size - switch (this) {
				case HIT -> spacing < NARROW ? 1 : 0;
				case FALSE_ALARM -> spacing < USUAL ? 2 : spacing < WIDE ? 1 : 0;
				case MISS -> spacing < USUAL ? 1 : 0;
			};
		}
	}

	/**
	 * Replaces the marks that an earlier call left on the slice.
	 *
	 * @param comparison in coordinates of the analysed box
	 */
	public static void show(final AnalysedImage analysed, final OracleComparison comparison) {
		final ImagePlus image = analysed.source();
		final Predicate<Roi> former = roi -> isOurs(roi) && AtomOverlay.isOn(roi, image, analysed.slice());
		final List<Roi> rois = rois(analysed, comparison);
		Overlays.change(image, now -> Stream.concat(AtomOverlay.without(now, former).stream(), rois
			.stream()).toList());
	}

	/** Marks that aren't in the overlay yet. */
	static List<Roi> preview(final AnalysedImage analysed, final OracleComparison comparison) {
		return rois(analysed, comparison).stream().map(AtomOverlay::asPreview).toList();
	}

	private static List<Roi> rois(final AnalysedImage analysed, final OracleComparison comparison) {
		final List<Roi> rois = new ArrayList<>();
		final List<Roi> legend = new ArrayList<>();
		final double spacing = comparison.oracle().spacing();
		for (final Mark mark : Mark.values()) {
			final List<Position> places = places(comparison, mark);
			if (!places.isEmpty()) rois.add(points(analysed, places, mark,
				spacing));
			legend.add(legend(analysed, mark.word + ": " + places.size(), mark.colour, legend.size()));
		}
		// On top of all marks.
		rois.addAll(legend);
		rois.forEach(roi -> {
			roi.setProperty(AtomOverlay.PROPERTY, WORD);
			AtomOverlay.place(roi, analysed.source(), analysed.slice());
		});
		return rois;
	}

	private static List<Position> places(final OracleComparison comparison, final Mark mark) {
		if (mark == Mark.MISS) return Arrays.stream(comparison.missed()).<Position> mapToObj(i -> comparison
			.oracle().points().get(i)).toList();
		return Arrays.stream(comparison.foundThat(mark == Mark.HIT ? Outcome.HIT : Outcome.FALSE_ALARM))
			.<Position> mapToObj(i -> comparison.found().get(i)).toList();
	}

	private static Roi points(final AnalysedImage analysed, final List<Position> places,
		final Mark mark, final double spacing)
	{
		final float[] x = new float[places.size()], y = new float[x.length];
		// Of all ROIs only points and lines count from the pixel's centre.
		for (int i = 0; i < x.length; i++) {
			x[i] = (float) (analysed.x() + places.get(i).x());
			y[i] = (float) (analysed.y() + places.get(i).y());
		}
		final PointRoi roi = new PointRoi(x, y);
		roi.setPointType(mark.type);
		roi.setSize(mark.size(spacing));
		roi.setShowLabels(false);
		roi.setStrokeColor(mark.colour);
		roi.setName(mark.word + " (" + x.length + ")");
		return roi;
	}

	/** Dark letters on the mark's colour are read on any image. */
	private static Roi legend(final AnalysedImage analysed, final String text, final Color colour,
		final int line)
	{
		final int side = Math.min(analysed.source().getWidth(), analysed.source().getHeight());
		final int size = (int) Math.max(SMALLEST, Math.round(LINE * side));
		final TextRoi roi = new TextRoi(0.4 * size, 0.4 * size + line * 1.35 * size, text, new Font(
			Font.SANS_SERIF, Font.PLAIN, size));
		roi.setAntiAlias(true);
		roi.setStrokeColor(Color.BLACK);
		roi.setFillColor(colour);
		roi.setName("legend: " + text);
		return roi;
	}

	/** Whether a ROI is one of these marks. */
	static boolean isOurs(final Roi roi) {
		return WORD.equals(roi.getProperty(AtomOverlay.PROPERTY));
	}
}
