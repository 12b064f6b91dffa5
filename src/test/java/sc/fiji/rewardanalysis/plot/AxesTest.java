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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.rewardanalysis.core.optimize.Parameter;

/** Labels of axes are where they belong, and apart. */
class AxesTest {

	private static final Rectangle2D AREA = new Rectangle2D.Double(50, 20, 300, 400);

	private static final Graphics2D GRAPHICS = new BufferedImage(400, 450, BufferedImage.TYPE_INT_RGB)
		.createGraphics();

	private static double y(final NinesAxis axis, final double value) {
		return axis.valueToJava2D(value, AREA, RectangleEdge.LEFT);
	}

	@Test
	void ninesAreEquallyFarApart() {
		final NinesAxis axis = new NinesAxis("", 0.5, 0.9, 0.9995);
		final double decade = y(axis, 0.9) - y(axis, 0.99);
		assertEquals(decade, y(axis, 0.99) - y(axis, 0.999), 1e-9);
		assertTrue(decade > 50);
		for (final double v : new double[] { 0.5, 0.7, 0.9, 0.9995 }) {
			assertTrue(AREA.contains(60, y(axis, v)), v + " is shown");
			assertEquals(v, axis.java2DToValue(y(axis, v), AREA, RectangleEdge.LEFT), 1e-12);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "0,1", "0.999,1", "0.9931,0.9989", "0.95,0.95", "0.9,0.99999" })
	void nothingMissingHasAPlaceToo(final double low, final double high) {
		final NinesAxis axis = new NinesAxis("", low, high);
		assertTrue(AREA.contains(60, y(axis, low)) && AREA.contains(60, y(axis, high)));
		final List<NumberTick> ticks = axis.refreshTicks(GRAPHICS, new AxisState(), AREA,
			RectangleEdge.LEFT);
		assertTrue(ticks.size() > 2, "labels");
		assertEquals(high == 1, ticks.stream().anyMatch(t -> t.getText().equals("1")));
		for (final NumberTick tick : ticks) {
			assertEquals(Double.parseDouble(tick.getText()), tick.getValue());
			assertTrue(ticks.stream().allMatch(t -> t == tick || Math.abs(y(axis, t.getValue()) - y(axis, tick
				.getValue())) >= 24));
		}
	}

	@Test
	void labelsOfAParameterAreApart() {
		final UnitAxis axis = new UnitAxis(new Parameter.Real("threshold", "", 0.0003, 0.4, true));
		for (int width = 80; width < 500; width += 7) {
			final double length = width;
			final List<NumberTick> ticks = axis.refreshTicks(GRAPHICS, new AxisState(),
				new Rectangle2D.Double(0, 0, length, 100), RectangleEdge.BOTTOM);
			assertTrue(ticks.size() > 1 || width < 120, width + " px");
			double end = -12;
			for (final NumberTick tick : ticks) {
				final double half = 0.5 * GRAPHICS.getFontMetrics(axis.getTickLabelFont()).stringWidth(tick
					.getText());
				assertTrue(tick.getValue() * length - half > end, width + " px: " + tick.getText());
				end = tick.getValue() * length + half;
			}
			assertTrue(end < length + 12);
		}
	}

	@Test
	void aCappedScaleSaysSo() {
		final NumberAxis axis = Style.axis("", 0, 1);
		Style.openAbove(axis);
		assertEquals("≥ 1.0", axis.getTickUnit().valueToString(1));
		assertEquals("0.8", axis.getTickUnit().valueToString(0.8));
	}
}
