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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainCategoryPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Importance;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Proposal;
import sc.fiji.rewardanalysis.core.optimize.RandomEngine;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Surrogate;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.plot.StudyPlots.Kind;

class StudyPlotsTest {

	private static Evaluation picked(final Study study) {
		return study.front().isEmpty() ? null : Pick.EUCLIDEAN.choose(study.front(), study.reference());
	}

	private static Set<Kind> seen(final Study study) {
		final StudyPlots plots = StudyPlots.of(study);
		return Arrays.stream(Kind.values()).filter(k -> plots.lacks(k, picked(study)).isEmpty()).collect(
			Collectors.toSet());
	}

	private static long count(final BufferedImage image, final Color colour) {
		long n = 0;
		for (int y = 0; y < image.getHeight(); y++)
			for (int x = 0; x < image.getWidth(); x++)
				if ((image.getRGB(x, y) & 0xffffff) == (colour.getRGB() & 0xffffff)) n++;
		return n;
	}

	private static String text(final JFreeChart chart) {
		return chart.getSubtitles().stream().filter(TextTitle.class::isInstance).map(t -> ((TextTitle) t)
			.getText()).collect(Collectors.joining("\n"));
	}

	/** All kinds of parameters, what is infeasible, what failed, a constraint. */
	@ParameterizedTest
	@ValueSource(ints = { 2, 3 })
	void everythingCanBeDrawn(final int objectives) {
		final Study study = PlotStudies.mixed(objectives, 30);
		assertEquals(Set.of(Kind.values()), seen(study));
		final StudyPlots plots = StudyPlots.of(study);
		for (final Kind kind : Kind.values()) {
			final BufferedImage image = plots.image(kind, picked(study));
			assertEquals(plots.size(kind), new Dimension(image.getWidth(), image.getHeight()));
			assertEquals(Color.WHITE.getRGB(), image.getRGB(0, 0));
			final Color mark = kind == Kind.IMPORTANCE ? Palette.BLUE : Palette.VERMILLION;
			assertTrue(count(image, mark) > 30, kind + " shows what it is about");
			assertTrue(text(plots.chart(kind, picked(study))).contains("30 evaluations, seed 9"), kind
				.title());
		}
	}

	@Test
	void whatIsMissingIsSaid() {
		assertEquals(Set.of(), seen(PlotStudies.mixed(2, 0)));
		assertEquals(Set.of(), seen(PlotStudies.mixed(2, 1)));
		assertEquals(Set.of(Kind.HISTORY, Kind.PARALLEL), seen(PlotStudies.mixed(2, 5)), "for a model");
		assertEquals(Set.of(Kind.HISTORY, Kind.PARALLEL, Kind.IMPORTANCE), seen(PlotStudies.hopeless(9)));
		final Study single = PlotStudies.single(8);
		assertEquals(Set.of(Kind.HISTORY, Kind.PARALLEL, Kind.IMPORTANCE, Kind.SLICES), seen(single));
		assertRefused(() -> StudyPlots.of(single).chart(Kind.CONTOURS, picked(single)),
			"a single parameter");
		assertRefused(() -> StudyPlots.of(PlotStudies.single(1)).chart(Kind.HISTORY, null),
			"too few evaluations");
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void whatDoesNotMatterCanBeDrawn(final Kind kind) {
		final Study study = PlotStudies.flat(8);
		final BufferedImage image = StudyPlots.of(study).image(kind, picked(study), new Dimension(300, 200),
			2);
		assertEquals(600, image.getWidth());
		assertEquals(400, image.getHeight());
	}

	@Test
	void anExactSearchHasNoHistory() {
		final Study study = PlotStudies.single(8);
		final StudyPlots plots = StudyPlots.of(study, new SearchReport(SearchEngine.EXACT, "As asked.",
			"Done.", null, Double.NaN));
		assertTrue(plots.lacks(Kind.HISTORY, picked(study)).orElseThrow().contains("engine=bayesian"));
		assertTrue(plots.lacks(Kind.PARALLEL, picked(study)).isEmpty());
	}

	@Test
	void filesOfEarlierRunsDoNotStay(@TempDir final Path folder) throws Exception {
		final Study study = PlotStudies.single(8);
		Files.writeString(folder.resolve("contours.png"), "of an earlier run");
		Files.writeString(folder.resolve("contours.svg"), "of an earlier run");
		StudyPlots.of(study).write(folder, picked(study), Progress.NONE);
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(Set.of("hypervolume", "importance", "parallel", "slices"), files.map(f -> f
				.getFileName().toString().replaceAll("\\.(png|svg)$", "")).collect(Collectors.toSet()));
		}
	}

	/** What is drawn stays, what isn't drawn any more doesn't pass for this run's. */
	@Test
	void aCancelSkipsTheRest(@TempDir final Path folder) throws Exception {
		for (final Kind kind : Kind.values())
			Files.writeString(folder.resolve(kind.file()), "of an earlier run");
		final List<String> messages = new ArrayList<>();
		StudyPlots.of(PlotStudies.mixed(3, 20)).write(folder, null, new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				messages.add(message);
			}

			@Override
			public boolean isCanceled() {
				return messages.size() == 2;
			}
		});
		assertEquals(List.of("Drawing hypervolume.png", "Drawing importance.png"), messages);
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of(folder.resolve("hypervolume.png"), folder.resolve("hypervolume.svg")), files
				.sorted().toList());
		}
	}

	/** Pooled objectives are said in words, whatever reads their names. */
	@Test
	void labelsSayWhatIsPooled() {
		assertEquals("QC, mean over slices: count outside the possible band / expected count", words(
			"QC_mean"));
		assertEquals("QC, worst slice: |count − expected count| / expected count", words(
			"QC_paper_worst"));
		assertEquals("ER, mean rank over slices: atoms too close / expected count", words("ER_rank"));
		assertEquals("ER: atoms too close / expected count", words("ER"));
		assertEquals("QC: |count − expected count| / expected count", words("QC_paper"));
		assertEquals("coverage_gap", words("coverage_gap"));
		assertEquals("QC, worst slice", Labels.brief(objective("QC_worst")));
		assertEquals("QC, mean over slices: count outside the possible band / expected count; " +
			"ER, mean over slices: atoms too close / expected count", Labels.meaning(List.of(objective(
				"QC_mean"), objective("ER_mean"))));
	}

	private static String words(final String name) {
		return Labels.of(objective(name));
	}

	private static Objective objective(final String name) {
		return new Objective(name, "1", Link.identity(), 1);
	}

	/** Trace over the box; the best known front is a line; the reason for the end is said. */
	@Test
	void theHistoryIsTheTrace() {
		final Study study = PlotStudies.mixed(3, 20);
		final JFreeChart chart = HypervolumePlot.chart(study, picked(study), 45, "All is done.");
		final XYDataset line = chart.getXYPlot().getDataset(1);
		for (int i = 0; i < 20; i++)
			assertEquals(study.hypervolumeTrace()[i] / 50, line.getYValue(0, i), 1e-12);
		final var markers = chart.getXYPlot().getRangeMarkers(Layer.FOREGROUND);
		assertEquals(0.9, ((ValueMarker) markers.iterator().next()).getValue(), 1e-12);
		assertTrue(text(chart).endsWith("All is done."), text(chart));
		final XYDataset dots = chart.getXYPlot().getDataset(0);
		assertEquals(20, study.evaluations().size());
		assertEquals(1, dots.getItemCount(0), "picked");
		assertEquals(20, dots.getItemCount(1) + dots.getItemCount(2), "initial design and infeasible");
	}

	/** A search without a front has an axis, too, whether or not a better one is known. */
	@Test
	void aHistoryOfNothingHasAnAxis() {
		final Study study = PlotStudies.hopeless(10);
		for (final double best : new double[] { Double.NaN, 0, 0.5 }) {
			final var axis = HypervolumePlot.chart(study, null, best, "").getXYPlot().getRangeAxis();
			assertTrue(axis.getLowerBound() <= 0, best + ": " + axis.getRange());
			assertTrue(axis.getUpperBound() > (best > 0 ? best : 0), best + ": " + axis.getRange());
		}
	}

	/** Users' and designs' evaluations come first; a search that is all design is a search. */
	@Test
	void theInitialDesignEndsWhereLearningBegins() {
		final Study study = new Study(new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false))), List.of(
			new Objective("f", "", Link.identity(), 1)), s -> s.askedFrom(SobolEngine.ORIGIN) < 3
				? new SobolEngine().propose(s) : new Proposal(new double[] { 0.4 }, "bayes", 0), 1);
		study.enqueue(Configuration.of(Map.of("x", 0.2)));
		for (int i = 0; i < 4; i++)
			study.tell(study.ask(), Observation.of(0.5), 0);
		final XYPlot design = HypervolumePlot.chart(study, null, Double.NaN, "").getXYPlot();
		assertEquals("Search", design.getDataset(0).getSeriesKey(0));
		assertNull(design.getDomainMarkers(Layer.FOREGROUND));
		for (int i = 0; i < 2; i++)
			study.tell(study.ask(), Observation.of(0.4), 0);
		final XYPlot plot = HypervolumePlot.chart(study, null, Double.NaN, "").getXYPlot();
		assertEquals(List.of("Search", "Initial design", "Given by the user"), IntStream.range(0, 3).mapToObj(
			i -> plot.getDataset(0).getSeriesKey(i)).toList());
		assertEquals(4.5, ((ValueMarker) plot.getDomainMarkers(Layer.FOREGROUND).iterator().next())
			.getValue());
	}

	@Test
	void barsAreTheIndices() {
		final Study study = PlotStudies.mixed(2, 30);
		final Importance importance = Importance.of(Surrogate.of(study));
		final JFreeChart chart = ImportancePlot.chart(study, importance);
		final List<?> panels = ((CombinedDomainCategoryPlot) chart.getPlot()).getSubplots();
		assertEquals(2, panels.size());
		for (int j = 0; j < 2; j++) {
			final var data = ((CategoryPlot) panels.get(j)).getDataset();
			assertEquals(6, data.getColumnCount());
			assertEquals("position of max_scale, 0…1", data.getColumnKey(5));
			for (int i = 0; i < 6; i++) {
				assertEquals(importance.effects().get(j).get(i).main(), data.getValue(0, i));
				assertEquals(importance.effects().get(j).get(i).total(), data.getValue(1, i));
			}
		}
	}

	@Test
	void slicesAreTheSurrogateThroughThePicked() {
		final Study study = PlotStudies.mixed(2, 30);
		final Evaluation picked = picked(study);
		final Surrogate surrogate = Surrogate.of(study);
		final JFreeChart chart = SlicePlot.chart(study, surrogate, picked, List.of(2, 0, 1));
		final List<JFreeChart> cells = ((GridPlot) chart.getPlot()).cells();
		assertEquals(6, cells.size());
		assertTrue(text(chart).contains("the 3 most important of 6 parameters"), text(chart));
		final XYPlot scale = cells.get(0).getXYPlot(), rounds = cells.get(1).getXYPlot(), method = cells.get(
			5).getXYPlot();
		final var half = (YIntervalSeriesCollection) scale.getDataset(1);
		assertEquals(1, half.getSeriesCount());
		final double[] unit = picked.unit();
		unit[0] = half.getXValue(0, 17);
		final Surrogate.Outlook outlook = surrogate.at(unit, 0);
		assertEquals(outlook.median(), half.getYValue(0, 17));
		assertEquals(outlook.lowerQuartile(), half.getStartYValue(0, 17));
		assertEquals(outlook.upperQuartile(), half.getEndYValue(0, 17));
		assertEquals(5, rounds.getDataset(1).getSeriesCount(), "a step a whole number");
		assertEquals(3, method.getDataset(1).getSeriesCount(), "a box a choice");
		assertEquals("spread (nm)", cells.get(3).getXYPlot().getRangeAxis().getLabel());
	}

	/** Only evaluations that use a parameter have a place on its axis. */
	@Test
	void dotsOfASliceUseItsParameter() {
		final Study study = PlotStudies.mixed(2, 30);
		final JFreeChart chart = SlicePlot.chart(study, Surrogate.of(study), picked(study), List.of(3));
		final XYDataset dots = ((GridPlot) chart.getPlot()).cells().get(0).getXYPlot().getDataset(2);
		final long using = study.evaluations().stream().filter(e -> Double.isFinite(e.objectives()[0]) && e
			.configuration().names().contains("radius")).count();
		assertNotEquals(30, using);
		assertEquals(using, dots.getItemCount(1) + dots.getItemCount(2) + dots.getItemCount(3));
	}

	@Test
	void theMapIsTheSurrogate() {
		final Study study = PlotStudies.mixed(2, 30);
		final Surrogate surrogate = Surrogate.of(study);
		final double[] through = picked(study).unit();
		final SurrogateMap map = new SurrogateMap(surrogate, through, 0, 1);
		final SurrogateMap.Picture picture = map.picture(1, 1);
		final int size = picture.image().getWidth();
		for (int round = 1; round <= 5; round++) {
			final double[] unit = through.clone();
			unit[0] = 24.5 / 48;
			unit[1] = (round - 0.5) / 5;
			if (surrogate.feasibility(unit) < 0.5) continue;
			// The middle of two pixels is the middle of a cell; upwards.
			final int rgb = picture.image().getRGB((int) (unit[0] * size), (int) ((1 - unit[1]) * size));
			final int expected = picture.colours().rgb(surrogate.median(unit, 1));
			for (int shift = 0; shift <= 16; shift += 8)
				assertEquals(expected >> shift & 0xff, rgb >> shift & 0xff, 25, "the same colour or the next");
		}
		assertTrue(map.isBounded());
		assertFalse(new SurrogateMap(Surrogate.of(PlotStudies.flat(8)), new double[2], 0, 1).isBounded());
	}

	/** Of nanometres or of percents: what an axis shows follows the objective's own scale. */
	@Test
	void axesFollowTheReference() {
		for (final double unit : new double[] { 1e-3, 1, 50 }) {
			final Study study = new Study(new SearchSpace(List.of(Parameter.of("x", "", 0, 1, false))), List.of(
				new Objective("f", "", Link.identity(), unit)), new RandomEngine(), 1);
			for (final double value : new double[] { 0.3, 0.31, 0.32, 0.33, 0.34, 0.35, 0.4, 900 })
				study.tell(study.ask(), Observation.of(value * unit), 0);
			final ObjectiveRange range = ObjectiveRange.of(study, 0);
			assertEquals(0, range.low());
			assertEquals(1.1 * 0.4 * unit, range.high(), 1e-12 * unit, "all but the wild one");
			assertTrue(range.from() < 0 && range.to() > range.high());
		}
	}

	@Test
	void viridisGoesFromDarkToLight() {
		final Viridis colours = new Viridis(2, 4);
		assertEquals(0x440154, colours.rgb(2));
		assertEquals(0x21908C, colours.rgb(3));
		assertEquals(0xFDE725, colours.rgb(4));
		assertEquals(0xFDE725, colours.rgb(99), "beyond the end");
		double last = -1;
		for (double v = 2.01; v <= 4; v += 0.08) {
			final int rgb = colours.rgb(v);
			final double light = 0.2126 * Math.pow((rgb >> 16 & 0xff) / 255.0, 2.2) + 0.7152 * Math.pow((rgb >>
				8 & 0xff) / 255.0, 2.2) + 0.0722 * Math.pow((rgb & 0xff) / 255.0, 2.2);
			assertTrue(light > last, "ever lighter");
			last = light;
		}
	}
}
