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

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/**
 * A vertical axis of parts of a whole on which 0.9, 0.99 and 0.999 are equally far apart:
 * logarithmic in what is missing.
 */
final class NinesAxis extends NumberAxis {

	private static final long serialVersionUID = 1L;

	/** Parts that are nearer to 1 are drawn as 1. */
	private static final double NEAREST = 1e-7;

	/** Room below and above the values, as parts of the axis. */
	private static final double BELOW = 0.06, ABOVE = 0.1;

	/** Pixels between two labels at least. */
	private static final int APART = 24;

	/** The last digits that are labelled, the most welcome first, and how many places there are. */
	private static final int[] DIGITS = { 1, 5, 2, 3, 4, 6, 7, 8, 9 };
	private static final int PLACES = 6;

	/** What is added to what is missing, so that nothing missing has a place too. */
	private final double floor;

	/** @param values from 0 to 1, at least one, that the axis shows */
	NinesAxis(final String label, final double... values) {
		super(label);
		final double[] gaps = Arrays.stream(values).map(v -> 1 - v).sorted().toArray();
		final double least = Arrays.stream(gaps).filter(g -> g > NEAREST).findFirst().orElse(0.04);
		floor = gaps[0] > NEAREST ? 0 : Math.min(0.01, least / 4);
		final double top = place(1 - gaps[0]), bottom = Math.min(place(1 - gaps[gaps.length - 1]), top -
			Math.log(10));
		setRange(new Range(at(bottom - BELOW * (top - bottom)), at(top + ABOVE * (top - bottom))));
		Style.font(this, Style.FONT);
	}

	private double place(final double value) {
		return -Math.log(Math.max(NEAREST, 1 - value + floor));
	}

	private double at(final double place) {
		return 1 + floor - Math.exp(-place);
	}

	@Override
	public double valueToJava2D(final double value, final Rectangle2D area,
		final RectangleEdge edge)
	{
		final double low = place(getLowerBound()), high = place(getUpperBound());
		return area.getMaxY() - (place(value) - low) / (high - low) * area.getHeight();
	}

	@Override
	public double java2DToValue(final double y, final Rectangle2D area, final RectangleEdge edge) {
		final double low = place(getLowerBound()), high = place(getUpperBound());
		return at(low + (area.getMaxY() - y) / area.getHeight() * (high - low));
	}

	@Override
	public List<NumberTick> refreshTicks(final Graphics2D g, final AxisState state,
		final Rectangle2D area, final RectangleEdge edge)
	{
		final List<Double> taken = new ArrayList<>();
		final List<NumberTick> ticks = new ArrayList<>();
		for (final BigDecimal value : candidates()) {
			final double y = valueToJava2D(value.doubleValue(), area, edge);
			if (!getRange().contains(value.doubleValue()) || taken.stream().anyMatch(t -> Math.abs(t - y) <
				APART)) continue;
			taken.add(y);
			ticks.add(new NumberTick(value.doubleValue(), value.toPlainString(), TextAnchor.CENTER_RIGHT,
				TextAnchor.CENTER, 0));
		}
		return ticks;
	}

	private List<BigDecimal> candidates() {
		final List<BigDecimal> values = new ArrayList<>();
		if (floor > 0) values.add(BigDecimal.ONE);
		values.add(BigDecimal.ZERO);
		for (final int digit : DIGITS)
			for (int places = 1; places <= PLACES; places++)
				values.add(BigDecimal.ONE.subtract(BigDecimal.valueOf(digit, places)));
		return values;
	}
}
