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

package sc.fiji.rewardanalysis.ui.pareto;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;

/** Finds atoms of a small study; can be made to wait and to fail. */
final class FakeSolutions implements AtomSolutions {

	private static final AtomFindingTask TASK = Ybco.task();
	private static final SearchResult RESULT = TASK.search().run(SearchEngine.SOBOL,
		new StopRule(12, false), 1, Progress.NONE);

	final ImagePlus image;
	final List<Integer> shown = new CopyOnWriteArrayList<>();
	final CountDownLatch begun = new CountDownLatch(1), canceled = new CountDownLatch(1);
	final List<Path> folders = new CopyOnWriteArrayList<>();
	volatile CountDownLatch gate, saveGate;
	volatile boolean fails;
	volatile RuntimeException saveFails;
	volatile FoundAtoms saved;

	/** As a cancelled search leaves it. */
	volatile FoundAtoms rough;

	FakeSolutions(final ImagePlus image) {
		this.image = image;
	}

	/** The i-th feasible one. */
	static Evaluation evaluation(final int i) {
		return RESULT.study().evaluations().stream().filter(Evaluation::feasible).skip(i).findFirst()
			.orElseThrow();
	}

	EditedAtoms atoms(final Evaluation evaluation) {
		final AtomSolution solution = TASK.solution(evaluation, Progress.NONE);
		return EditedAtoms.of(solution, RefinedAtoms.asDetected(solution.atoms().atoms()), Ybco.AREA);
	}

	FoundAtoms found(final EditedAtoms atoms) {
		final AtomSolution solution = atoms.solution();
		return new FoundAtoms(solution.evaluation(), "", "", "", List.of(new AtomLayer(1, 0, 0, atoms)), atoms);
	}

	@Override
	public FoundAtoms find(final Evaluation evaluation, final Consumer<FoundAtoms> early,
		final Progress progress)
	{
		begun.countDown();
		pass(gate);
		if (progress.isCanceled()) canceled.countDown();
		if (fails) throw new RewardAnalysisException("It can't be found.");
		return found(atoms(evaluation));
	}

	private static void pass(final CountDownLatch gate) {
		try {
			if (gate != null) gate.await();
		}
		catch (final InterruptedException exc) {
			throw new AssertionError(exc);
		}
	}

	@Override
	public FoundAtoms edited(final EditedAtoms atoms, final Progress progress) {
		return found(atoms);
	}

	@Override
	public boolean lacksRefinement(final FoundAtoms found) {
		return found == rough;
	}

	@Override
	public Path folder() {
		return null;
	}

	@Override
	public void show(final FoundAtoms found) {
		shown.add(found.evaluation().id());
	}

	@Override
	public void save(final FoundAtoms found, final Path folder, final Progress progress) {
		pass(saveGate);
		progress.checkCanceled();
		if (saveFails != null) throw saveFails;
		folders.add(folder);
		saved = found;
	}

	@Override
	public void accept(final FoundAtoms found, final Progress progress) {
		pass(saveGate);
		saved = found;
	}

	@Override
	public ImagePlus image() {
		return image;
	}

	@Override
	public Study study() {
		return RESULT.study();
	}

	@Override
	public SearchReport report() {
		return RESULT.report();
	}

	@Override
	public Map<Pick, Evaluation> picks() {
		return Map.of();
	}

	@Override
	public CsvTable evaluations() {
		return new CsvTable(List.of("evaluation"));
	}

	@Override
	public String whyNotEditable() {
		return "";
	}
}
