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
import java.awt.Dimension;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYShapeAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.clustering.ClusterModel;
import sc.fiji.rewardanalysis.core.clustering.Points;

/**
 * Atoms in the plane of the first two principal components, in the colours of their classes
 * or by whether they are amorphous, with the components of the model.
 */
public final class ScoresPlot {

	/** At which it is readable, px. */
	public static final Dimension SIZE = new Dimension(820, 640);

	/** Of more points, a file of lines would be too large for programs that draw. */
	public static final int VECTORS = 5000;

	/** An ellipse goes through all points that are so many standard deviations from its centre. */
	private static final double DEVIATIONS = 2;

	/** Part of the scores' range that stays free at each side. */
	private static final double MARGIN = 0.05;

	/** Points of which discs are drawn small. */
	private static final int MANY = 3000;

	/** How much of what is below a dot hides, of 255. */
	private static final int SOLID = 170;

	private static final BasicStroke LINE = new BasicStroke(2), DASHED = new BasicStroke(2,
		BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] { 6, 3 }, 0);

	private ScoresPlot() {}

	/**
	 * A component of the model in the plane.
	 *
	 * @param label of its class, from 0
	 * @param x centre along the first principal component
	 * @param y centre along the second
	 * @param xx variance along the first
	 * @param xy covariance of both
	 * @param yy variance along the second
	 */
	public record Ellipse(int label, double x, double y, double xx, double xy, double yy) {

		/** The components of a model; labels are their numbers. */
		public static List<Ellipse> of(final ClusterModel model) {
			return IntStream.range(0, model.components()).mapToObj(c -> {
				final double[] mean = model.mean(c);
				final double[][] s = model.covariance(c);
				return new Ellipse(c, mean[0], mean[1], s[0][0], s[0][1], s[1][1]);
			}).toList();
		}

		private Shape shape() {
			final double half = 0.5 * (xx - yy), root = Math.hypot(half, xy), middle = 0.5 * (xx + yy);
			final double a = DEVIATIONS * Math.sqrt(Math.max(0, middle + root)), b = DEVIATIONS * Math.sqrt(
				Math.max(0, middle - root));
			final AffineTransform place = AffineTransform.getTranslateInstance(x, y);
			place.rotate(0.5 * Math.atan2(xy, half));
			return place.createTransformedShape(new Ellipse2D.Double(-a, -b, 2 * a, 2 * b));
		}
	}

	/**
	 * Where a posterior probability reaches a threshold.
	 *
	 * @param posterior as a function of both principal components
	 * @param threshold 0 to 1
	 */
	public record Threshold(DoubleBinaryOperator posterior, double threshold) {}

	/**
	 * By class.
	 *
	 * @param scores of which the first two axes are shown
	 * @param labels the class of each atom, from 0; below 0 for none
	 * @param names of the classes
	 * @param ellipses of the model's components; empty for none
	 * @param explained parts of the variance that both components explain; empty if unknown
	 */
	public static JFreeChart classes(final Points scores, final int[] labels,
		final List<String> names, final List<Ellipse> ellipses, final double... explained)
	{
		final List<Color> colours = IntStream.range(0, names.size()).mapToObj(i -> new Color(ClassColours
			.rgb(i))).toList();
		return chart("Atoms by class", scores, labels, names, colours, ellipses, null, explained);
	}

	/**
	 * By whether atoms are amorphous.
	 *
	 * @param scores of which the first two axes are shown
	 * @param amorphous which atoms are
	 * @param ellipses of the model's components, label 1 the amorphous one
	 * @param threshold null for none, as where there are more than two principal components
	 * @param explained parts of the variance that both components explain; empty if unknown
	 */
	public static JFreeChart amorphous(final Points scores, final boolean[] amorphous,
		final List<Ellipse> ellipses, final Threshold threshold, final double... explained)
	{
		final int[] labels = IntStream.range(0, amorphous.length).map(i -> amorphous[i] ? 1 : 0).toArray();
		return chart("Crystalline and amorphous atoms", scores, labels, List.of("crystalline",
			"amorphous"), List.of(new Color(
				ClassColours.CRYSTALLINE), new Color(ClassColours.AMORPHOUS)), ellipses, threshold, explained);
	}

	private static JFreeChart chart(final String title, final Points scores, final int[] labels,
		final List<String> names, final List<Color> colours, final List<Ellipse> ellipses,
		final Threshold threshold, final double[] explained)
	{
		if (scores.dimension() < 2) throw new RewardAnalysisException(
			"There is a single principal component; keep two to see a plane.");
		if (labels.length != scores.size()) throw new RewardAnalysisException(
			"%d atoms need a class each, not %d.", scores.size(), labels.length);
		final XYPlot plot = Style.plot(axis(scores, 0, explained), axis(scores, 1, explained));
		final XYSeriesCollection data = new XYSeriesCollection();
		final LegendItemCollection legend = new LegendItemCollection();
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
		renderer.setDrawOutlines(false);
		final double size = scores.size() > MANY ? 3 : 5;
		for (final int label : order(labels, names.size())) {
			final Color colour = label < 0 ? Palette.GREY : colours.get(label);
			final XYSeries series = new XYSeries(Integer.valueOf(label), false, true);
			for (int i = 0; i < labels.length; i++)
				if (Math.max(-1, labels[i]) == label) series.add(scores.get(i, 0), scores.get(i, 1));
			renderer.setSeriesPaint(data.getSeriesCount(), new Color(colour.getRed(), colour.getGreen(),
				colour.getBlue(), SOLID));
			renderer.setSeriesShape(data.getSeriesCount(), Style.circle(size));
			data.addSeries(series);
			legend.add(Style.point((label < 0 ? "no class" : names.get(label)) + " (" + series
				.getItemCount() + ")", 9, colour, true));
		}
		plot.setDataset(data);
		plot.setRenderer(renderer);
		for (final Ellipse ellipse : ellipses)
			lines(plot, ellipse.shape(), colours.get(ellipse.label % colours.size()).darker(), DASHED);
		if (!ellipses.isEmpty()) legend.add(Style.line("components, " + (int) DEVIATIONS + "σ",
			Palette.INK, DASHED));
		if (threshold != null) {
			lines(plot, contour(threshold, plot), Palette.INK, LINE);
			legend.add(Style.line("posterior " + threshold.threshold, Palette.INK, LINE));
		}
		plot.setFixedLegendItems(legend);
		return Style.chart(title, plot, scores.size() + " atoms in the plane of the first two of " + scores
			.dimension() + " principal components", true);
	}

	/** Large classes first, so that small ones lie on top; those without atoms not at all. */
	private static List<Integer> order(final int[] labels, final int classes) {
		final int[] counts = new int[classes + 1];
		Arrays.stream(labels).forEach(label -> counts[Math.max(-1, label) + 1]++);
		return IntStream.range(-1, classes).boxed().filter(c -> counts[c + 1] > 0).sorted((a, b) -> counts[b +
			1] - counts[a + 1]).toList();
	}

	private static NumberAxis axis(final Points scores, final int axis, final double[] explained) {
		final double[] values = IntStream.range(0, scores.size()).mapToDouble(i -> scores.get(i, axis))
			.sorted().toArray();
		final double low = values.length == 0 ? 0 : values[0], high = values.length == 0 ? 1
			: values[values.length - 1];
		final double margin = high > low ? MARGIN * (high - low) : 1;
		final String share = explained.length > axis ? String.format(Locale.ROOT,
			" (%.1f %% of the variance)", 100 * explained[axis]) : "";
		return Style.axis("Principal component " + (axis + 1) + share, low - margin, high + margin);
	}

	/** With a white rim, so that it is seen on dots of its own colour. */
	private static void lines(final XYPlot plot, final Shape shape, final Color colour,
		final BasicStroke stroke)
	{
		plot.addAnnotation(new XYShapeAnnotation(shape, new BasicStroke(4.5f), Color.WHITE));
		plot.addAnnotation(new XYShapeAnnotation(shape, stroke, colour));
	}

	private static Shape contour(final Threshold threshold, final XYPlot plot) {
		return Contours.of(threshold.posterior, threshold.threshold, plot.getDomainAxis().getRange(), plot
			.getRangeAxis().getRange());
	}
}
