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

package sc.fiji.rewardanalysis.ui;

import java.awt.Dimension;
import java.util.function.Supplier;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.plot.Charts;

/** A chart. */
public final class ChartTab extends DrawnPanel {

	private static final long serialVersionUID = 1L;

	private final transient Background latest;
	private final double aspect;
	private transient Supplier<JFreeChart> chart;
	private Dimension drawn = new Dimension();

	/**
	 * @param latest where it is drawn
	 * @param chart makes it, in the background
	 */
	public ChartTab(final Background latest, final Supplier<JFreeChart> chart) {
		this(latest, chart, null);
	}

	/**
	 * @param latest where it is drawn
	 * @param chart makes it, in the background
	 * @param shape whose ratio of width and height is kept; null for whatever space there is
	 */
	public ChartTab(final Background latest, final Supplier<JFreeChart> chart,
		final Dimension shape)
	{
		this.latest = latest;
		this.chart = chart;
		aspect = shape == null ? Double.NaN : (double) shape.width / shape.height;
	}

	@Override
	protected Dimension inside() {
		final Dimension size = getSize();
		return Double.isNaN(aspect) ? size : new Dimension((int) Math.min(size.width, aspect *
			size.height), (int) Math.min(size.height, size.width / aspect));
	}

	/** Shows another one. */
	public void show(final Supplier<JFreeChart> other) {
		chart = other;
		drawn = new Dimension();
		refresh();
	}

	@Override
	protected void refresh() {
		final Dimension size = inside();
		if (!isSeen() || size.equals(drawn)) return;
		drawn = size;
		final double scale = scale();
		final Supplier<JFreeChart> now = chart;
		latest.run(progress -> Charts.image(now.get(), size, scale), image -> show(image, ""),
			reason -> show(null, reason));
	}
}
