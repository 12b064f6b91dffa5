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

package sc.fiji.rewardanalysis.core.workflow.amorphous;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.imglib2.parallel.Parallelization;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.compare.MaskAgreement;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.region.Mask;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/** Regions of simulated crystals, whose columns are where the simulation put them. */
class RegionQualityTest {

	private static final double PIXEL = 0.025;
	private static final int SIDE = 320, EVALUATIONS = 10;
	private static final Lattice YBCO = Lattices.get("YBa2Cu3O7-100");

	private static SimulatedImage image(final double amorphous, final double noise) {
		return ImageSimulator.simulate(SimulationParameters.builder(YBCO).size(SIDE, SIDE).pixelSize(PIXEL)
			.noise(noise).drift(0.1, 0.1).amorphousFraction(amorphous).amorphousShape(AmorphousShape.DISC)
			.seed(3).build(), Progress.NONE);
	}

	private static RegionTask task(final SimulatedImage image) {
		final List<Blob> atoms = image.columns().stream().map(c -> new Blob(c.x(), c.y(), 3, 1)).toList();
		final AtomScene scene = new AtomScene(image.image(), Area.image(SIDE, SIDE), atoms, PIXEL, YBCO, 1,
			Progress.NONE);
		return new RegionTask(new RegionFinder(scene, AmorphousRule.DISORDER), RegionRanges.of(scene
			.spacing()), RegionObjectives.SEPARATION);
	}

	private static SearchResult search(final RegionTask task) {
		return task.run(SearchEngine.AUTO, new StopRule(EVALUATIONS, false), 1, s -> StudyLog.NONE,
			Progress.NONE, SearchListener.NONE);
	}

	@Test
	void findsADisc() {
		final SimulatedImage image = image(0.25, 0.1);
		final RegionTask task = task(image);
		final Evaluation pick = task.pick(search(task).study(), Pick.EUCLIDEAN).orElseThrow();
		final Mask truth = new Mask(SIDE, SIDE, image.amorphous());
		final AmorphousRegions found = task.solution(pick, Progress.NONE);
		// A sixth of the usual evaluations, in a small image: AmorphousStudy has the full ones.
		assertTrue(MaskAgreement.of(found.mask(), truth).iou() >= 0.8, MaskAgreement.of(found.mask(), truth)
			.iou() + " of the union is common");
		assertTrue(found.contrast() >= RegionRule.LEAST_CONTRAST);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.1 })
	void aPerfectCrystalHasNoRegion(final double noise) {
		final RegionTask task = task(image(0, noise));
		assertTrue(task.pick(search(task).study(), Pick.EUCLIDEAN).isEmpty());
	}

	/** Windows of 1.5 nm leave out a rim of 30 px and more. */
	@Test
	void atomsWithoutWindowAreJudgedByTheirDisorder() {
		final SimulatedImage image = image(0.25, 0.1);
		final RegionFinder finder = task(image).finder();
		final AmorphousRegions found = finder.find(new Clustering(FeatureSet.BOTH, 1.5,
			PatchNormalization.OFFSET, 4, ModelType.MIXTURE, CovarianceType.TIED, 2), new RegionRule(
				MaskRule.NEAREST, 0.5, 0.2, 0, RegionRule.FEWEST_ATOMS, 0), Progress.NONE);
		final boolean[] windowed = new boolean[finder.scene().atoms().size()];
		for (final int i : found.clusters().atoms())
			windowed[i] = true;
		int right = 0, all = 0;
		for (int i = 0; i < windowed.length; i++) {
			if (windowed[i]) continue;
			final Blob atom = finder.scene().atoms().get(i);
			final boolean truly = image.amorphous()[(int) Math.rint(atom.y()) * SIDE + (int) Math.rint(atom
				.x())];
			assertTrue(found.probability()[i] == 0 || found.probability()[i] == 1);
			all++;
			if (truly == found.probability()[i] > 0.5) right++;
		}
		assertTrue(all > 100 && right > 0.9 * all, right + " of " + all);
	}

	@Test
	void threadsDontMatter() {
		final SimulatedImage image = image(0.25, 0.1);
		final Clustering clustering = new Clustering(FeatureSet.BOTH, 0.5, PatchNormalization.OFFSET, 4,
			ModelType.MIXTURE, CovarianceType.TIED, 3);
		final RegionRule rule = new RegionRule(MaskRule.NEAREST, 0.5, 0.2, 0.05, RegionRule.FEWEST_ATOMS,
			RegionRule.LEAST_CONTRAST);
		final AmorphousRegions one = Parallelization.runSingleThreaded(() -> task(image).finder().find(
			clustering, rule, Progress.NONE));
		final AmorphousRegions four = Parallelization.runWithNumThreads(4, () -> task(image).finder().find(
			clustering, rule, Progress.NONE));
		assertArrayEquals(one.amorphous(), four.amorphous());
		assertEquals(one.separation(), four.separation());
		assertFalse(one.regions().isEmpty());
	}

	@Test
	void separationOfTwoLevelsIsAllOfTheVariance() {
		final double[] disorder = { 1, 1, 1, 3, 3 };
		assertEquals(1, Disorder.separation(disorder, new boolean[] { false, false, false, true, true }),
			1e-12);
		// Means 1 and 7/3 about 1.8; the squares about 1.8 sum up to 4.8.
		assertEquals((2 * (1 - 1.8) * (1 - 1.8) + 3 * Math.pow(7 / 3.0 - 1.8, 2)) / 4.8, Disorder.separation(
			disorder, new boolean[] { false, false, true, true, true }), 1e-12);
		assertEquals(0, Disorder.separation(disorder, new boolean[5]));
		assertEquals(0, Disorder.separation(new double[5], new boolean[] { true, false, false, false,
			false }));
	}
}
