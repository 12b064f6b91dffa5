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
import java.util.Map;
import java.util.function.Consumer;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;

/**
 * What the window asks of a finished search, whatever it searched for. What takes a
 * {@link Progress} is called on a background thread, throws a
 * {@link java.util.concurrent.CancellationException} once cancelled and a
 * {@link sc.fiji.rewardanalysis.core.RewardAnalysisException} the user reads.
 *
 * @param <F> a solution with what was found
 */
public interface Solutions<F extends Found> {

	/** The image that solutions are drawn on. */
	ImagePlus image();

	/** The study, which has ended. */
	Study study();

	/** How it went. */
	SearchReport report();

	/** What each rule would pick; without those that can't. */
	Map<Pick, Evaluation> picks();

	/** One row an evaluation, in the study's order: {@code evaluation, origin}, parameters, rewards. */
	CsvTable evaluations();

	/** What solutions consist of. */
	Items items();

	/**
	 * Works a solution out.
	 *
	 * @param early is given what is known of it before its end, if that takes its time
	 */
	F find(Evaluation evaluation, Consumer<F> early, Progress progress);

	/** Where the run's files are; null if there are none. */
	Path folder();

	/** Draws a solution on the image. */
	void show(F found);

	/** Writes the files of a run with this solution as the picked one. */
	void save(F found, Path folder, Progress progress);

	/** Makes it the run's solution: shows its table, and renews the run's files if there are any. */
	void accept(F found, Progress progress);

	/**
	 * What a cancelled search has left undone of a solution and {@link #find} does, such as
	 * <em>Positions are not refined</em>; empty for nothing.
	 */
	default String undone(final F found) {
		return "";
	}

	/** Buttons and keys that only this task has. */
	default Tools tools(final Session<F> session, final ImageLink link) {
		return Tools.NONE;
	}
}
