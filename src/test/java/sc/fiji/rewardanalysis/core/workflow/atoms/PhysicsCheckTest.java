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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.AtomFindingFiles;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;

/** What is said of right and wrong crystals and pixel sizes. */
class PhysicsCheckTest {

	/** The picked solution's doubts, searched with a crystal and a pixel size. */
	private static String doubts(final SimulatedImage image, final Lattice lattice,
		final double pixelSize)
	{
		final AtomFindingTask task = new AtomFindingTask(image.image(), Ybco.AREA, AtomFindingSettings
			.of(lattice, pixelSize), Progress.NONE);
		return PhysicsCheck.of(task, picked(task));
	}

	private static AtomSolution picked(final AtomFindingTask task) {
		final var result = task.search().run(SearchEngine.EXACT, new StopRule(1, false), 1,
			Progress.NONE);
		return task.solution(task.pick(result.study(), Pick.EUCLIDEAN).orElseThrow(), Progress.NONE);
	}

	private static SimulatedImage iron(final double noise) {
		return ImageSimulator.simulate(SimulationParameters.builder(Lattices.get("Fe-100")).size(Ybco.SIZE,
			Ybco.SIZE).pixelSize(0.014).sigma(0.045, 0.05).noise(noise).rotation(12).seed(4).build(),
			Progress.NONE);
	}

	@Test
	void nothingIsSaidOfTheRightCrystal() {
		for (final double noise : new double[] { 0, 0.1, 0.3, 0.5 })
			assertEquals("", doubts(iron(noise), Lattices.get("Fe-100"), 0.014), "noise " + noise);
		assertEquals("", doubts(Ybco.image(), Ybco.LATTICE, Ybco.PIXEL));
	}

	@Test
	void aPixelSizeThatIsFivePerCentOffIsAskedFor() {
		for (final double factor : new double[] { 1.05, 1 / 1.05 }) {
			final String said = doubts(iron(0.1), Lattices.get("Fe-100"), 0.014 * factor);
			assertTrue(said.contains("is the pixel size 0.01"), said);
			assertFalse(said.contains("another crystal"), said);
		}
	}

	@Test
	void whoKnowsThePixelSizeToBeUncertainIsNotAsked() {
		final AtomFindingTask task = new AtomFindingTask(iron(0.1).image(), Ybco.AREA,
			AtomFindingSettings.of(Lattices.get("Fe-100"), 0.014 * 1.05), Progress.NONE);
		assertEquals("", PhysicsCheck.of(picked(task).atoms(), "Fe-100", 0.08));
	}

	@Test
	void anotherCrystalIsTold() {
		for (final String other : List.of("Si-110", "SrTiO3-110", "graphene"))
			assertTrue(doubts(iron(0.1), Lattices.get(other), 0.014).contains("another crystal"), other);
	}

	@Test
	void fewAtomsAreNoReasonToDoubt() {
		final AtomSet few = new AtomSet(List.of(), Ybco.task().physics());
		assertEquals("", PhysicsCheck.of(few, "any", 0.02));
	}

	@Test
	void theSummarySaysSo() {
		for (final String crystal : List.of("Fe-100", "SrTiO3-110")) {
			final AtomFindingTask task = new AtomFindingTask(iron(0.1).image(), Ybco.AREA,
				AtomFindingSettings.of(Lattices.get(crystal), 0.014), Progress.NONE);
			final var result = task.search().run(SearchEngine.EXACT, new StopRule(1, false), 1,
				Progress.NONE);
			final AtomSolution picked = task.solution(task.pick(result.study(), Pick.EUCLIDEAN)
				.orElseThrow(), Progress.NONE);
			final String summary = new AtomFindingFiles(task, result.study(), new RunRecord("iron", 128, 128,
				0, 0, 128, 128, "00", result.report(), Pick.EUCLIDEAN, 1, "run")).summary(picked, RefinedAtoms
					.asDetected(picked.atoms().atoms()));
			final boolean right = crystal.equals("Fe-100");
			assertEquals(!right, summary.contains("\nCheck:      " + PhysicsCheck.of(task, picked) + "\n"), summary);
			assertEquals(right, PhysicsCheck.of(task, picked).isEmpty());
			assertTrue(summary.endsWith("\n"));
		}
	}
}
