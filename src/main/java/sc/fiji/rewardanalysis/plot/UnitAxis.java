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

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

import sc.fiji.rewardanalysis.core.optimize.Parameter;

/**
 * The axis of a parameter: positions go from 0 to 1, labels are the parameter's values,
 * so that logarithms, whole numbers and names need no charts of their own.
 */
final class UnitAxis extends NumberAxis {

	private static final long serialVersionUID = 1L;

	/** Pixels that a label needs at least. */
	private static final int WIDE = 36, HIGH = 30;

	/** Pixels between two labels side by side. */
	private static final int GAP = 8;

	/** Pixels that a label may stand out at an end. */
	private static final int OVERHANG = 11;

	private final transient Parameter parameter;

	UnitAxis(final Parameter parameter) {
		super(Labels.of(parameter));
		this.parameter = parameter;
		setRange(0, 1);
		Style.font(this, Style.FONT);
		setTickLabelFont(Style.SMALL);
	}

	@Override
	public List<NumberTick> refreshTicks(final Graphics2D g, final AxisState state,
		final Rectangle2D area, final RectangleEdge edge)
	{
		final boolean horizontal = RectangleEdge.isTopOrBottom(edge);
		final double length = horizontal ? area.getWidth() : area.getHeight();
		final FontMetrics metrics = g.getFontMetrics(getTickLabelFont());
		int most = (int) Math.max(2, length / (horizontal ? WIDE : HIGH));
		List<Ticks.Tick> ticks = Ticks.of(parameter, most);
		while (horizontal && most > 2 && !parameter.isCategorical() && collide(ticks, metrics, length))
			ticks = Ticks.of(parameter, --most);
		final double room = horizontal && parameter.isCategorical() ? length / ticks.size() - 4
			: Double.POSITIVE_INFINITY;
		final TextAnchor anchor = horizontal ? edge == RectangleEdge.TOP ? TextAnchor.BOTTOM_CENTER
			: TextAnchor.TOP_CENTER : edge == RectangleEdge.RIGHT ? TextAnchor.CENTER_LEFT
				: TextAnchor.CENTER_RIGHT;
		final List<NumberTick> shown = new ArrayList<>();
		for (final Ticks.Tick tick : ticks)
			if (!horizontal || parameter.isCategorical() || fits(tick, metrics, length)) shown.add(new NumberTick(tick.position(), Labels.shortened(tick.label(), metrics, room), anchor, TextAnchor.CENTER, 0));
		return shown;
	}

	/** Whether it doesn't reach into the chart beside. */
	private static boolean fits(final Ticks.Tick tick, final FontMetrics metrics,
		final double length)
	{
		return 0.5 * metrics.stringWidth(tick.label()) < OVERHANG + length * Math.min(tick.position(), 1 -
			tick.position());
	}

	private static boolean collide(final List<Ticks.Tick> ticks, final FontMetrics metrics,
		final double length)
	{
		for (int i = 1; i < ticks.size(); i++) {
			final Ticks.Tick left = ticks.get(i - 1), right = ticks.get(i);
			if ((right.position() - left.position()) * length < 0.5 * (metrics.stringWidth(left.label()) +
				metrics.stringWidth(right.label())) + GAP) return true;
		}
		return false;
	}

	/** Below, a label that is wider than the axis takes several rows. */
	@Override
	protected AxisState drawLabel(final String label, final Graphics2D g, final Rectangle2D area,
		final Rectangle2D data, final RectangleEdge edge, final AxisState state)
	{
		if (edge != RectangleEdge.BOTTOM) return super.drawLabel(label, g, area, data, edge, state);
		g.setFont(getLabelFont());
		g.setPaint(getLabelPaint());
		final FontMetrics metrics = g.getFontMetrics();
		state.cursorDown(getLabelInsets().getTop());
		for (final String row : Labels.wrapped(label, metrics, data.getWidth())) {
			g.drawString(row, (float) (data.getCenterX() - 0.5 * metrics.stringWidth(row)), (float) (state
				.getCursor() + metrics.getAscent()));
			state.cursorDown(metrics.getHeight());
		}
		state.cursorDown(getLabelInsets().getBottom());
		return state;
	}
}
