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

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomPreview;
import sc.fiji.rewardanalysis.core.workflow.atoms.ThresholdCurve;

/**
 * How many atoms each threshold finds, with the counts that are possible for the crystal
 * as a band and the threshold as a line that can be moved.
 */
public final class CountCurve {

	/** Where the curve is looked at: more than a chart has pixels. */
	private static final int SAMPLES = 800;

	/** Thresholds that are shown span no more and no less than these ratios. */
	private static final double WIDEST = 1e4, NARROWEST = 4;

	/** Counts up to so many times of what is expected are shown. */
	private static final double TALL = 2.2;

	private static final Color BAND = new Color(0x40009E73, true);

	private final AtomPreview preview;
	private final Parameter thresholds;
	private final JFreeChart chart;
	private final ValueMarker marker = new ValueMarker(0, Palette.VERMILLION, new BasicStroke(2));

	/**
	 * @param threshold to begin with
	 * @param physics what is expected; null if that isn't known
	 */
	public CountCurve(final AtomPreview preview, final double threshold,
		final AtomPhysics physics)
	{
		this.preview = preview;
		final double top = Math.max(preview.curve().strongest(), Math.max(threshold, Double.MIN_NORMAL)) *
			1.15;
		final int most = (int) Math.max(10, TALL * (physics == null ? preview.curve().count(preview
			.effective(threshold)) : physics.high()));
		thresholds = Parameter.of("Threshold", "", bottom(threshold, top, most), top, true);
		final XYPlot plot = Style.plot(new UnitAxis(thresholds), counts(most));
		plot.setDataset(new XYSeriesCollection(series()));
		final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
		renderer.setSeriesPaint(0, Palette.BLUE);
		renderer.setSeriesStroke(0, new BasicStroke(1.8f));
		plot.setRenderer(renderer);
		if (physics != null) plot.addRangeMarker(new IntervalMarker(physics.low() - 0.5, physics.high() +
			0.5, BAND), Layer.BACKGROUND);
		plot.addDomainMarker(marker);
		chart = Style.cell(plot);
		chart.setPadding(new RectangleInsets(4, 2, 2, 8));
		mark(threshold);
	}

	private static NumberAxis counts(final int most) {
		final NumberAxis axis = Style.axis("Atoms", 0, most);
		axis.setTickLabelFont(Style.SMALL);
		return axis;
	}

	/** The lowest threshold that is of interest: below it there are far too many atoms. */
	private double bottom(final double threshold, final double top, final int most) {
		final ThresholdCurve curve = preview.curve();
		final double lowest = Math.max(top / WIDEST, 0.8 * curve.weakest());
		double bottom = top;
		for (int i = 0; i <= SAMPLES; i++) {
			bottom = top * Math.pow(lowest / top, (double) i / SAMPLES);
			if (curve.count(preview.effective(bottom)) > most) break;
		}
		return Math.min(top / NARROWEST, Math.max(top / WIDEST, threshold > 0 ? Math.min(bottom, 0.7 *
			threshold) : bottom));
	}

	private XYSeries series() {
		final XYSeries series = new XYSeries("atoms", false, true);
		for (int i = 0; i <= SAMPLES; i++) {
			final double unit = (double) i / SAMPLES;
			series.add(unit, preview.curve().count(preview.effective(thresholds.at(unit))));
		}
		return series;
	}

	/** The chart, to be shown. */
	public JFreeChart chart() {
		return chart;
	}

	/** Moves the line. */
	public void mark(final double threshold) {
		marker.setValue(unit(threshold));
	}

	/** Where a threshold lies on the axis, 0 to 1. */
	public double unit(final double threshold) {
		return thresholds.toUnit(Math.max(thresholds.at(0), Math.min(thresholds.at(1), threshold)));
	}

	/**
	 * The threshold at a place of the axis, to three digits.
	 *
	 * @param unit 0 to 1
	 */
	public double threshold(final double unit) {
		final double value = thresholds.at(unit);
		final double digit = Math.pow(10, Math.floor(Math.log10(value)) - 2);
		return digit < 1 ? Math.rint(value / digit) / Math.rint(1 / digit) : Math.rint(value / digit) * digit;
	}
}
