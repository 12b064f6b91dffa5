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
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.clustering.MixtureOptions;
import sc.fiji.rewardanalysis.core.clustering.ModelSelection;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.plot.ModelSelectionPlot.Curve;

class ScoresPlotTest {

	private static final Points SCORES = new Points(4, 3, new double[] { 0, 0, 9, 1, 2, 9, 5, 5, 9, 6,
		5, 9 });

	private static JFreeChart classes(final int... labels) {
		return ScoresPlot.classes(SCORES, labels, List.of("Ba", "Y"), List.of(new ScoresPlot.Ellipse(0, 0.5,
			1, 1, 0.5, 1)), 0.6, 0.25);
	}

	@Test
	void eachClassIsASeriesInItsColour() {
		final XYPlot plot = classes(1, 1, 1, -1).getXYPlot();
		assertEquals(2, plot.getSeriesCount(), "Ba has no atoms");
		assertEquals(3, plot.getDataset().getItemCount(0), "the large class is below");
		assertEquals(ClassColours.rgb(1), ((Color) plot.getRenderer().getSeriesPaint(0)).getRGB() &
			0xFFFFFF);
		assertEquals("Principal component 2 (25.0 % of the variance)", plot.getRangeAxis().getLabel());
		assertEquals("Y (3)", plot.getLegendItems().get(0).getLabel());
		assertRefused(() -> classes(0, 1), "4 atoms need a class each, not 2");
	}

	/** Dots and ellipses are where they belong, at least their colours are. */
	@Test
	void dotsAndEllipsesAreSeen() {
		final BufferedImage picture = Charts.image(classes(0, 0, 1, 1), new Dimension(400, 300), 2);
		assertEquals(800, picture.getWidth());
		assertTrue(has(picture, new Color(ClassColours.rgb(0)).darker().getRGB()), "the ellipse");
	}

	private static boolean has(final BufferedImage picture, final int rgb) {
		for (int y = 0; y < picture.getHeight(); y++)
			for (int x = 0; x < picture.getWidth(); x++)
				if (picture.getRGB(x, y) == rgb) return true;
		return false;
	}

	@Test
	void amorphousAtomsAreToldApart() {
		final XYPlot plot = ScoresPlot.amorphous(SCORES, new boolean[] { false, true, false, false }, List
			.of(), new ScoresPlot.Threshold((x, y) -> x / 6, 0.5)).getXYPlot();
		assertEquals(ClassColours.CRYSTALLINE, ((Color) plot.getRenderer().getSeriesPaint(0)).getRGB() &
			0xFFFFFF);
		assertEquals(ClassColours.AMORPHOUS, ((Color) plot.getRenderer().getSeriesPaint(1)).getRGB() &
			0xFFFFFF);
		assertEquals(2, plot.getAnnotations().size(), "the contour and its rim");
		assertEquals("posterior 0.5", plot.getLegendItems().get(2).getLabel());
	}

	/** Of a linear function it is a straight line to rounding. */
	@Test
	void contoursLieWhereTheFunctionHasTheLevel() {
		final Random random = new Random(1);
		for (int run = 0; run < 20; run++) {
			final double a = random.nextGaussian(), b = random.nextGaussian(), level = random.nextGaussian();
			final var path = Contours.of((x, y) -> a * x + b * y, level, new Range(-3, 5), new Range(-2, 4));
			final double[] point = new double[6];
			for (final PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
				i.currentSegment(point);
				assertEquals(level, a * point[0] + b * point[1], 1e-9);
			}
		}
		assertTrue(Contours.of((x, y) -> 1, 0.5, new Range(0, 1), new Range(0, 1)).getCurrentPoint() == null);
	}

	/** A circle's contour is as long as the circle. */
	@Test
	void contoursAreClosed() {
		final var path = Contours.of((x, y) -> x * x + y * y, 1, new Range(-2, 2), new Range(-2, 2));
		double length = 0;
		final double[] from = new double[6], to = new double[6];
		for (final PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
			if (i.currentSegment(to) == PathIterator.SEG_LINETO) length += Math.hypot(to[0] - from[0], to[1] -
				from[1]);
			System.arraycopy(to, 0, from, 0, 2);
		}
		assertEquals(2 * Math.PI, length, 1e-3);
	}

	@Test
	void oneComponentIsNoPlane() {
		assertRefused(() -> ScoresPlot.classes(new Points(1, 1, new double[1]), new int[1], List.of("a"), List
			.of()), "keep two");
	}

	@Test
	void theSuggestedNumberIsMarked() {
		final XYPlot plot = ModelSelectionPlot.chart(new int[] { 1, 2, 3 }, List.of(new Curve("BIC",
			new double[] { 5, 2, 3 }), new Curve("ICL", new double[] { 6, Double.NaN, 4 })), 2, "BIC")
			.getXYPlot();
		assertEquals(3, plot.getDataset().getItemCount(0));
		assertEquals(2, plot.getDataset().getItemCount(1), "no dot where there is no value");
		assertEquals(2, plot.getDataset().getXValue(2, 0));
		assertEquals(2, plot.getDataset().getYValue(2, 0), "the ring is on the criterion that suggests");
		final var markers = plot.getDomainMarkers(Layer.BACKGROUND).toArray();
		assertEquals(2, ((ValueMarker) markers[0]).getValue());
		assertEquals(List.of("BIC", "ICL", "2 suggested by BIC"), Arrays.asList(plot.getLegendItems().get(0)
			.getLabel(), plot.getLegendItems().get(1).getLabel(), plot.getLegendItems().get(2).getLabel()));
		assertRefused(() -> ModelSelectionPlot.chart(new int[2], List.of(new Curve("AIC",
			new double[3])), 1, "AIC"), "AIC has 3 values for 2");
	}

	/** The criterion that suggests is the one that wears the ring. */
	@Test
	void aSelectionIsDrawnWithAllItsCriteria() {
		final Random random = new Random(1);
		final double[] values = new double[2 * 200];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextGaussian() + (i % 4 < 2 ? 0 : 12);
		final ModelSelection selection = ModelSelection.run(new Points(200, 2, values), MixtureOptions.of(1,
			CovarianceType.FULL, 1),
			1, 3, ModelSelection.DEFAULT, Progress.NONE);
		final XYPlot plot = ModelSelectionPlot.chart(selection).getXYPlot();
		assertEquals(4, plot.getSeriesCount());
		assertEquals(2, plot.getDataset().getXValue(3, 0));
		assertEquals(selection.candidates().get(1).icl(), plot.getDataset().getYValue(3, 0));
	}

	@Test
	void chartsAreWrittenAsPixelsAndLines(@TempDir final Path folder) throws Exception {
		assertEquals("", Charts.write(folder, "scores", () -> classes(0, 0, 1, 1), ScoresPlot.SIZE, true,
			Progress.NONE));
		assertTrue(Files.size(folder.resolve("scores.png")) > 1000);
		assertTrue(Files.readString(folder.resolve("scores.svg")).contains("Ba (2)"));
		Charts.write(folder, "scores", () -> classes(0, 0, 1, 1), ScoresPlot.SIZE, false, Progress.NONE);
		assertTrue(Files.notExists(folder.resolve("scores.svg")), "what an earlier run left is gone");
	}
}
