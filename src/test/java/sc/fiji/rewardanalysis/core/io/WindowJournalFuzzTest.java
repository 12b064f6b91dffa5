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

package sc.fiji.rewardanalysis.core.io;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowGrid;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSearch;
import sc.fiji.rewardanalysis.core.workflow.windows.WindowSettings;
import sc.fiji.rewardanalysis.fuzz.ByteMutator;
import sc.fiji.rewardanalysis.fuzz.Findings;
import sc.fiji.rewardanalysis.fuzz.Fuzz;

/** A search in windows that goes on from a journal that was damaged ends with a result, or says why not. */
class WindowJournalFuzzTest {

	@TempDir
	Path folder;

	@Test
	void aDamagedJournalIsGoneOnWithOrRefused() throws IOException {
		final var image = ImageSimulator.simulate(SimulationParameters.builder(Ybco.LATTICE).size(140, 120)
			.pixelSize(Ybco.PIXEL).noise(0.3).seed(2).build(), Progress.NONE).image();
		final AtomFindingTask whole = new AtomFindingTask(image, Area.image(140, 120), AtomFindingSettings.of(
			Ybco.LATTICE, Ybco.PIXEL), Progress.NONE);
		final Evaluation solution = whole.pick(whole.search().run(SearchEngine.EXACT, new StopRule(20, false), 1,
			Progress.NONE).study(), Pick.EUCLIDEAN).orElseThrow();
		final WindowGrid grid = WindowGrid.of(whole.validArea().area(), 80, 40);
		final WindowSettings settings = new WindowSettings(SearchEngine.SOBOL, 4, true, Pick.EUCLIDEAN, 1);
		final WindowSearch search = new WindowSearch(whole, solution, grid, settings, Progress.NONE);
		final Path file = folder.resolve(WindowJournal.NAME);
		run(search, whole, solution, grid, settings);
		final List<byte[]> undamaged = List.of(Files.readAllBytes(file));
		final ByteMutator mutator = new ByteMutator(Fuzz.random("windows"), true);
		final Findings findings = new Findings("windows");
		final int cases = Fuzz.cases(100);
		for (int i = 0; i < cases; i++) {
			final byte[] damaged = mutator.damaged(undamaged);
			Files.write(file, damaged);
			findings.attempt(damaged, () -> {
				run(search, whole, solution, grid, settings);
				return null;
			});
			try (var files = Files.list(folder)) {
				for (final Path left : files.toList())
					Files.delete(left);
			}
		}
		findings.check();
		assertTrue(findings.accepted() > 0 && findings.accepted() < cases, findings.accepted() + " of " + cases);
	}

	private void run(final WindowSearch search, final AtomFindingTask whole, final Evaluation solution,
		final WindowGrid grid, final WindowSettings settings)
	{
		try (WindowJournal journal = WindowJournal.open(folder, whole, search.parts().parameters(solution), grid,
			settings, "hash"))
		{
			search.run(journal, Progress.NONE);
		}
	}
}
