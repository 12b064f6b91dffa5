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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.jfree.chart.plot.XYPlot;
import org.jfree.data.xy.IntervalXYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseMethod;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseMetric;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseResult;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseTestData;
import sc.fiji.rewardanalysis.core.workflow.noise.OptimizedLog;
import sc.fiji.rewardanalysis.core.workflow.noise.Quartiles;
import sc.fiji.rewardanalysis.plot.NoisePlot.Kind;

class NoisePlotTest {

	private static final NoiseResult GAUSS = NoiseTestData.result(false), DOSE = NoiseTestData.result(
		true);

	/** Every method's median and quartiles at every level. */
	@Test
	void curvesAreMediansBandsAreQuartiles() {
		final XYPlot plot = NoisePlot.chart(GAUSS, Kind.F1).getXYPlot();
		final IntervalXYDataset data = (IntervalXYDataset) plot.getDataset();
		final List<NoiseMethod> methods = GAUSS.settings().methods();
		assertEquals(methods.size(), data.getSeriesCount());
		for (int m = 0; m < methods.size(); m++)
			for (int level = 0; level < 3; level++) {
				final Quartiles q = GAUSS.quartiles(level, methods.get(m).name(), NoiseMetric.F1::of);
				assertEquals(0.5 * level, data.getXValue(m, level), 1e-12);
				assertEquals(q.median(), data.getYValue(m, level));
				assertEquals(q.lower(), data.getStartYValue(m, level));
				assertEquals(q.upper(), data.getEndYValue(m, level));
			}
		assertEquals(methods.stream().map(NoiseMethod::name).toList(), IntStream.range(0,
			methods.size()).mapToObj(i -> plot.getLegendItems().get(i).getLabel()).toList());
	}

	/** Doses fall from left to right, so that noise grows. */
	@Test
	void noiseGrowsToTheRight() {
		final XYPlot plot = NoisePlot.chart(DOSE, Kind.COUNT).getXYPlot();
		assertTrue(plot.getDomainAxis().isInverted());
		final IntervalXYDataset data = (IntervalXYDataset) plot.getDataset();
		// The data are sorted by place.
		for (int level = 0; level < 4; level++)
			assertEquals(DOSE.quartiles(level, OptimizedLog.NAME, NoiseMetric.COUNT::of).median(), data
				.getYValue(0, 3 - level));
		assertEquals("Dose (e/nm² at the brightest pixel)", plot.getDomainAxis().getLabel());
	}

	@Test
	void withoutATruthF1IsCalledAgreement() {
		assertTrue(NoisePlot.chart(DOSE, Kind.F1).getTitle().getText().contains(
			"Agreement of positions with the noise-free result"));
		assertTrue(NoisePlot.chart(GAUSS, Kind.F1).getTitle().getText().startsWith("True positions"));
	}

	@Test
	void everyChartIsWritten(@TempDir final Path folder) throws IOException {
		Files.writeString(folder.resolve("noise_old.png"), "of an earlier run");
		NoisePlot.write(folder, DOSE, Progress.NONE);
		for (final Kind kind : Kind.values())
			for (final String ending : List.of(".png", ".svg"))
				assertTrue(Files.size(folder.resolve(kind.file() + ending)) > 1000, kind + ending);
		assertFalse(Files.exists(folder.resolve("noise_old.png")));
	}

	/** Of a study that was cancelled: a level with no run yet. */
	@Test
	void whatIsNotDoneYetIsLeftOut() {
		final NoiseResult part = new NoiseResult(GAUSS.settings(), GAUSS.physics(), GAUSS.optimum(), GAUSS
			.atoms(), GAUSS.truth(), GAUSS.runs().subList(0, 6));
		for (final Kind kind : NoisePlot.kinds(part))
			NoisePlot.chart(part, kind);
		final IntervalXYDataset data = (IntervalXYDataset) NoisePlot.chart(part, Kind.QC).getXYPlot()
			.getDataset();
		assertEquals(2, data.getItemCount(0));
		assertEquals(1, data.getItemCount(1));
	}
}
