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
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.TextRoi;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.OutcomeColours;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowOutcome;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowResult;

/**
 * Frames around the cells of doubtful windows, each with its number and its confidence. Atoms
 * that are shown later take them away.
 */
public final class WindowOverlay {

	private static final String WORD = "doubtful window";

	private static final Color COLOUR = new Color(OutcomeColours.DOUBT);

	/** Frames of cells that touch shan't hide each other, px. */
	private static final double INSET = 1;

	/** Part of the image's shorter side, and of the cell's width, that letters are high. */
	private static final double LETTERS = 1 / 40.0, OF_CELL = 1 / 9.0;

	private static final int SMALLEST = 8;

	private WindowOverlay() {}

	/** Replaces what an earlier call left on the slice. */
	public static void show(final AnalysedImage analysed, final WindowResult result) {
		final ImagePlus image = analysed.source();
		final Predicate<Roi> former = roi -> isOurs(roi) && AtomOverlay.isOn(roi, image, analysed.slice());
		final List<Roi> rois = new ArrayList<>();
		for (final WindowOutcome o : result.doubtful()) {
			final Area cell = result.grid().cell(o.window());
			if (cell.size() == 0) continue;
			rois.add(frame(analysed, cell, o));
			rois.add(label(analysed, cell, o));
		}
		rois.forEach(roi -> {
			roi.setProperty(AtomOverlay.PROPERTY, WORD);
			AtomOverlay.place(roi, image, analysed.slice());
		});
		Overlays.change(image, now -> Stream.concat(AtomOverlay.without(now, former).stream(), rois
			.stream()).toList());
	}

	private static Roi frame(final AnalysedImage analysed, final Area cell, final WindowOutcome o) {
		final Roi roi = new Roi(left(analysed, cell), top(analysed, cell), cell.maxX() - cell.minX() - 2 *
			INSET, cell.maxY() - cell.minY() - 2 * INSET);
		roi.setStrokeColor(COLOUR);
		roi.setStrokeWidth(1.5);
		roi.setName("window " + (o.window().index() + 1) + ", confidence " + o.confidence().text());
		return roi;
	}

	private static double left(final AnalysedImage analysed, final Area cell) {
		return analysed.x() + PixelCentre.toImageJ(cell.minX()) + INSET;
	}

	private static double top(final AnalysedImage analysed, final Area cell) {
		return analysed.y() + PixelCentre.toImageJ(cell.minY()) + INSET;
	}

	/** Dark letters on the frame's colour are read on any image. */
	private static Roi label(final AnalysedImage analysed, final Area cell, final WindowOutcome o) {
		final int side = Math.min(analysed.source().getWidth(), analysed.source().getHeight());
		final int size = (int) Math.max(SMALLEST, Math.round(Math.min(LETTERS * side, OF_CELL * (cell
			.maxX() - cell.minX()))));
		final TextRoi roi = new TextRoi(left(analysed, cell), top(analysed, cell), o.window().index() + 1 +
			": " + o.confidence().text(), new Font(Font.SANS_SERIF, Font.PLAIN, size));
		roi.setAntiAlias(true);
		roi.setStrokeColor(Color.BLACK);
		roi.setFillColor(COLOUR);
		roi.setName("label of window " + (o.window().index() + 1));
		return roi;
	}

	/** Whether a ROI is one of these. */
	static boolean isOurs(final Roi roi) {
		return WORD.equals(roi.getProperty(AtomOverlay.PROPERTY));
	}
}
