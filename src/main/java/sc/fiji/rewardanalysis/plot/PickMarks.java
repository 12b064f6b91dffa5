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

package sc.fiji.rewardanalysis.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Polygon;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jfree.chart.LegendItem;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;

/** Marks on a Pareto plot: outlines around the solutions that rules would pick, a cross at the reference. */
final class PickMarks {

	/** Series: the picks in their order, then the reference. */
	private static final int REFERENCE = Pick.values().length;

	/** Width of the cross, px. */
	private static final double CROSS = 11;

	private PickMarks() {}

	/** Where marks are; a series is empty if its rule picks nothing. */
	static XYSeriesCollection points(final Study study, final Map<Pick, Evaluation> picks) {
		final XYSeriesCollection marks = new XYSeriesCollection();
		for (final Pick pick : Pick.values())
			marks.addSeries(ParetoPlot.series(word(pick), picks.containsKey(pick) ? List.of(picks.get(pick))
				: List.of()));
		final XYSeries reference = new XYSeries("Reference");
		if (!ParetoAxes.isSingle(study)) reference.add(study.reference()[0], study.reference()[1]);
		marks.addSeries(reference);
		return marks;
	}

	/** Draws them. */
	static XYLineAndShapeRenderer renderer() {
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
		for (final Pick pick : Pick.values())
			outline(renderer, pick.ordinal(), shape(pick), colour(pick));
		outline(renderer, REFERENCE, cross(), Palette.INK);
		renderer.setDrawOutlines(true);
		return renderer;
	}

	private static void outline(final XYLineAndShapeRenderer renderer, final int series,
		final Shape shape, final Color colour)
	{
		renderer.setSeriesShape(series, shape);
		renderer.setSeriesPaint(series, colour);
		renderer.setSeriesShapesFilled(series, false);
		renderer.setSeriesOutlineStroke(series, new BasicStroke(1.8f));
		renderer.setSeriesStroke(series, new BasicStroke(1.8f));
	}

	/** Around each other, for often two rules pick the same. */
	private static Shape shape(final Pick pick) {
		return switch (pick) {
			case EUCLIDEAN -> new Rectangle2D.Double(-9, -9, 18, 18);
			case CHEBYSHEV -> new Polygon(new int[] { 0, 14, 0, -14 }, new int[] { -14, 0, 14, 0 }, 4);
			case KNEE -> new Polygon(new int[] { -16, 16, 0 }, new int[] { 10, 10, -19 }, 3);
		};
	}

	private static Color colour(final Pick pick) {
		return switch (pick) {
			case EUCLIDEAN -> Palette.GREEN;
			case CHEBYSHEV -> Palette.PURPLE;
			case KNEE -> Palette.INK;
		};
	}

	private static String word(final Pick pick) {
		return switch (pick) {
			case EUCLIDEAN -> "Nearest to the ideal";
			case CHEBYSHEV -> "Least worst objective";
			case KNEE -> "Knee";
		};
	}

	private static Shape cross() {
		final Path2D cross = new Path2D.Double(new Line2D.Double(-CROSS / 2, 0, CROSS / 2, 0));
		cross.append(new Line2D.Double(0, -CROSS / 2, 0, CROSS / 2), false);
		return cross;
	}

	/** What the marks of picks mean. */
	static List<LegendItem> legend(final Map<Pick, Evaluation> picks) {
		return Arrays.stream(Pick.values()).filter(picks::containsKey).map(pick -> outlined(word(pick),
			AffineTransform.getScaleInstance(0.5, 0.5).createTransformedShape(shape(pick)), colour(pick)))
			.toList();
	}

	/** Where the reference is, even beyond the axes. */
	static LegendItem reference(final Study study) {
		final double[] r = study.reference();
		final boolean seen = r[0] <= ParetoAxes.to(study, 0) && r[1] <= ParetoAxes.to(study, 1);
		return outlined(String.format(Locale.ROOT, "Reference (%s)%s", ParetoPlot.inWords(r), seen ? ""
			: ", beyond the axes"), cross(), Palette.INK);
	}

	private static LegendItem outlined(final String text, final Shape shape, final Color colour) {
		return new LegendItem(text, null, null, null, true, shape, false, colour, true, colour,
			new BasicStroke(1.5f), false, new Line2D.Double(), new BasicStroke(), colour);
	}
}
