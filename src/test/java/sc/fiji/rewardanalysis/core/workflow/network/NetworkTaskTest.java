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

package sc.fiji.rewardanalysis.core.workflow.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.ValidArea;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.network.InputNormalization;
import sc.fiji.rewardanalysis.core.network.ModelInfo;
import sc.fiji.rewardanalysis.core.network.NetworkMap;
import sc.fiji.rewardanalysis.core.network.Raster;
import sc.fiji.rewardanalysis.core.network.Rescaling;
import sc.fiji.rewardanalysis.core.network.TileShape;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.GridEngine;
import sc.fiji.rewardanalysis.core.optimize.ParetoFront;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;

class NetworkTaskTest {

	private static final int SIZE = 160;

	/** Side of the cell of SrTiO3 [001], and the shortest distance of its columns, px. */
	private static final double CELL = 20, PIXEL = 0.3905 / CELL;

	/** No point of a fine grid dominates the exact front, and each of its points keeps its word. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void theFrontIsExact(final long seed) {
		final NetworkTask task = task(answer(seed, 60));
		final SearchResult result = task.search(Progress.NONE);
		final double[][] front = objectives(result.study().front());
		final Study grid = task.newStudy(new GridEngine(900), 1);
		task.run(grid, new StopRule(900, false), Progress.NONE);
		assertTrue(grid.evaluations().size() > 500);
		for (final Evaluation e : grid.evaluations()) {
			if (!e.feasible()) continue;
			final double[][] both = new double[front.length + 1][];
			System.arraycopy(front, 0, both, 1, front.length);
			both[0] = e.objectives();
			assertTrue(!ParetoFront.nonDominated(both)[0] || contains(front, e.objectives()), e::toString);
		}
		assertEquals(result.study().evaluations().size(), result.study().front().size(),
			"what the sweep says of a cell is what its middle gives");
	}

	@Test
	void theCrystalPicksTheTruth() {
		final NetworkTask task = task(answer(5, 40));
		final Evaluation picked = task.pick(task.search(Progress.NONE).study(), Pick.EUCLIDEAN).orElseThrow();
		assertArrayEquals(new double[] { 0, 0 }, picked.objectives(), 0.02);
		final NetworkSolution solution = task.solution(picked, Progress.NONE);
		assertEquals(picked.configuration().get(NetworkFinding.THRESHOLD), solution.threshold());
		assertTrue(solution.atoms().atoms().stream().allMatch(b -> b.response() >= solution.threshold()));
	}

	@Test
	void anAnswerWithoutColumnsSaysSo() {
		final String message = assertThrows(RewardAnalysisException.class, () -> task(new float[SIZE *
			SIZE]).search(Progress.NONE)).getMessage();
		assertTrue(message.contains("0 maxima"), message);
	}

	private static double[][] objectives(final List<Evaluation> evaluations) {
		return evaluations.stream().map(Evaluation::objectives).toArray(double[][]::new);
	}

	private static boolean contains(final double[][] front, final double[] objectives) {
		for (final double[] f : front)
			if (f[0] == objectives[0] && f[1] == objectives[1]) return true;
		return false;
	}

	/** Columns of SrTiO3 at various probabilities, and false ones near and between them. */
	private static float[] answer(final long seed, final int wrong) {
		final Random random = new Random(seed);
		final List<double[]> tops = new ArrayList<>();
		for (double y = 6; y < SIZE; y += CELL)
			for (double x = 6; x < SIZE; x += CELL) {
				tops.add(new double[] { x, y, 0.6 + 0.4 * random.nextDouble() });
				tops.add(new double[] { x + CELL / 2, y + CELL / 2, 0.5 + 0.4 * random.nextDouble() });
			}
		for (int i = 0; i < wrong; i++)
			tops.add(new double[] { SIZE * random.nextDouble(), SIZE * random.nextDouble(), 0.1 + 0.6 * random
				.nextDouble() });
		tops.sort(Comparator.comparingDouble(t -> t[2]));
		final float[] p = new float[SIZE * SIZE];
		for (final double[] t : tops)
			for (int i = 0; i < p.length; i++) {
				final double r2 = Math.pow(i % SIZE - t[0], 2) + Math.pow(i / SIZE - t[1], 2);
				p[i] = (float) Math.max(p[i], t[2] * Math.exp(-r2 / 6));
			}
		return p;
	}

	private static NetworkTask task(final float[] answer) {
		final NetworkMap map = new NetworkMap(new Raster(answer, SIZE, SIZE), new Rescaling(1), SIZE, SIZE,
			new ModelInfo("test", Double.NaN, Double.NaN, InputNormalization.NONE, TileShape.any(1, 0)));
		final ValidArea area = ValidArea.of(ArrayImgs.floats(new float[SIZE * SIZE], SIZE, SIZE), Area
			.image(SIZE, SIZE), 1, Progress.NONE);
		return new NetworkTask(map, area, AtomFindingSettings.of(Lattices.get("SrTiO3-001"), PIXEL),
			Progress.NONE);
	}
}
