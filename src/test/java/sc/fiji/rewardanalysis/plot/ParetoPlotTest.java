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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.title.TextTitle;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.RandomEngine;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.Study;

class ParetoPlotTest {

	private final Study study = new Study(new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false))),
		List.of(new Objective("QC", "1", Link.identity(), 1), new Objective("ER", "1", Link.identity(),
			1)), new RandomEngine(), 1);

	private Evaluation tell(final double x, final double y, final boolean feasible) {
		return study.tell(study.ask(), new Observation(new double[] { x, y }, feasible, Map.of()), 0);
	}

	private JFreeChart chart(final Evaluation picked) {
		return ParetoPlot.chart(study, picked, "what was expected");
	}

	private static long count(final BufferedImage image, final Color colour) {
		long n = 0;
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				if ((image.getRGB(x, y) & 0xffffff) == (colour.getRGB() & 0xffffff)) n++;
		return n;
	}

	@Test
	void pointsAreSortedIntoSeries() {
		final Evaluation a = tell(0.1, 0.4, true);
		tell(0.3, 0.1, true);
		tell(0.5, 0.5, true);
		tell(0.2, 0.0, false);
		tell(0.2, Double.NaN, false);
		final XYDataset points = chart(a).getXYPlot().getDataset(0);
		assertEquals(4, points.getSeriesCount());
		assertEquals("Picked", points.getSeriesKey(0));
		assertEquals(1, points.getItemCount(0));
		assertEquals(0.1, points.getXValue(0, 0));
		assertEquals(0.4, points.getYValue(0, 0));
		assertEquals(2, points.getItemCount(1), "the front");
		assertEquals(1, points.getItemCount(2), "dominated");
		assertEquals(1, points.getItemCount(3), "infeasible; what can't be drawn is left out");
	}

	@Test
	void theStaircaseBoundsWhatTheFrontDominates() {
		tell(0.1, 0.4, true);
		tell(0.3, 0.1, true);
		final XYDataset stairs = chart(null).getXYPlot().getDataset(1);
		final double[][] expected = { { 0.1, 1 }, { 0.1, 0.4 }, { 0.3, 0.1 }, { 1, 0.1 } };
		assertEquals(expected.length, stairs.getItemCount(0));
		for (int i = 0; i < expected.length; i++) {
			assertEquals(expected[i][0], stairs.getXValue(0, i));
			assertEquals(expected[i][1], stairs.getYValue(0, i));
		}
	}

	/** 1 − (0.1 + 0.2 · 0.4 + 0.7 · 0.1) of the box is dominated. */
	@Test
	void theSubtitleSaysWhatTheChartShows() {
		tell(0.1, 0.4, true);
		tell(0.3, 0.1, true);
		tell(9, 9, true);
		final String text = ((TextTitle) chart(null).getSubtitles().stream().filter(
			TextTitle.class::isInstance).findFirst().orElseThrow()).getText();
		assertTrue(text.startsWith("what was expected\n3 evaluations, 2 solutions on the front"), text);
		assertTrue(text.contains("hypervolume 0.7500"), text);
		assertTrue(text.endsWith("1 beyond the axes"), text);
	}

	@Test
	void aWildEvaluationDoesNotRuleTheScale() {
		for (int i = 0; i < 9; i++)
			tell(0.1 + 0.01 * i, 0.2 - 0.01 * i, true);
		tell(500, 500, true);
		final var plot = chart(null).getXYPlot();
		assertTrue(plot.getDomainAxis().getUpperBound() < 1.1);
		assertTrue(plot.getRangeAxis().getUpperBound() < 1.1);
		assertTrue(plot.getDomainAxis().getLowerBound() < 0, "a point at 0 is seen whole");
	}

	@Test
	void drawsWithoutADisplay(@TempDir final Path folder) throws Exception {
		final Evaluation picked = tell(0.1, 0.4, true);
		tell(0.3, 0.1, true);
		tell(0.5, 0.5, true);
		final BufferedImage image = ParetoPlot.image(chart(picked), 900, 640);
		assertEquals(900, image.getWidth());
		assertTrue(count(image, Palette.BLUE) > 100, "the front");
		assertTrue(count(image, Palette.VERMILLION) > 10, "the picked one");
		assertTrue(count(image, Palette.GREY) > 10, "the dominated one");
		final Path file = folder.resolve("a/pareto.png");
		Pictures.write(file, image);
		final BufferedImage read = ImageIO.read(file.toFile());
		assertEquals(image.getRGB(450, 320), read.getRGB(450, 320));
		assertEquals(1, file.getParent().toFile().list().length, "nothing temporary is left");
		assertTrue(Files.size(file) > 1000);
	}

	/** Its front is no staircase, but can be told apart by colour. */
	@Test
	void aThirdObjectiveIsAColour() {
		final Study three = PlotStudies.mixed(3, 30);
		final JFreeChart chart = ParetoPlot.chart(three, null, Map.of(), "");
		assertNull(chart.getXYPlot().getDataset(1));
		final var colours = IntStream.range(0, three.front().size()).mapToObj(i -> chart.getXYPlot()
			.getRenderer(0).getItemPaint(1, i)).collect(Collectors.toSet());
		assertTrue(colours.size() > 2, colours.toString());
		final List<Evaluation> front = three.front();
		final int least = IntStream.range(0, front.size()).boxed().min(Comparator.comparingDouble(i -> front
			.get(i).objectives()[2])).orElseThrow();
		assertEquals(new Viridis(0, 1).getPaint(0), chart.getXYPlot().getRenderer(0).getItemPaint(1,
			least));
		final String text = ((TextTitle) chart.getSubtitles().stream().filter(TextTitle.class::isInstance)
			.findFirst().orElseThrow()).getText();
		assertTrue(text.contains("of the box up to (1.00, 1.00, 50.0)"), text);
		assertTrue(chart.getSubtitles().stream().anyMatch(PaintScaleLegend.class::isInstance));
		assertEquals(300, ParetoPlot.image(chart, 300, 200).getWidth());
	}

	@Test
	void anEmptyStudyCanBeDrawn() {
		assertEquals(300, ParetoPlot.image(chart(null), 300, 200).getWidth());
	}

	/** Nothing is weighed: it is drawn over the evaluations, with the best so far. */
	@Test
	void aSingleObjectiveIsDrawnOverTheEvaluations() {
		final Study single = new Study(new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false))), List
			.of(new Objective("-atoms", "1", Link.identity(), -1)), new RandomEngine(), 1);
		for (final double y : new double[] { -3, -7, -5 })
			single.tell(single.ask(), new Observation(new double[] { y }, y != -5, Map.of()), 0);
		final JFreeChart chart = ParetoPlot.chart(single, single.front().get(0), Map.of(), "");
		final XYDataset points = chart.getXYPlot().getDataset(0), best = chart.getXYPlot().getDataset(1);
		assertEquals(2, points.getXValue(1, 0));
		assertEquals(-7, points.getYValue(1, 0));
		assertEquals(3, best.getItemCount(0));
		assertEquals(-3, best.getYValue(0, 0));
		assertEquals(-7, best.getYValue(0, 2));
		assertEquals("Evaluation", chart.getXYPlot().getDomainAxis().getLabel());
		assertEquals(300, ParetoPlot.image(chart, 300, 200).getWidth());
	}
}
