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

package sc.fiji.rewardanalysis.command.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.io.RunRecord;
import sc.fiji.rewardanalysis.core.io.journal.TaskJournal;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.plot.ParetoPlot;
import sc.fiji.rewardanalysis.plot.StudyPlots;

/**
 * How the user asked for a search, whatever is searched for, and what all searches do alike.
 *
 * @param engine how to search
 * @param rule when a search ends that isn't exact
 * @param pick which solution is shown first
 * @param seed of a search that isn't exact
 * @param folder where files go; null for none
 * @param warmStart the journal of an earlier search to start from; null for none
 * @param macro the line that repeats the run
 */
public record SearchRequest(SearchEngine engine, StopRule rule, Pick pick, long seed, Path folder,
	Path warmStart, String macro)
{

	/** A log that tells the user that it resumed what is in the folder. */
	public StudyLog.Opener noting(final StudyLog.Opener journal, final Consumer<String> note) {
		return study -> {
			final StudyLog log = journal.open(study);
			final int known = study.evaluations().size();
			if (!log.note().isEmpty()) note.accept(log.note());
			if (known > 0) note.accept("Resumed after " + Words.count(known, "evaluation") + ", from " +
				folder.resolve(TaskJournal.NAME) + ".");
			return log;
		};
	}

	/** Tells the user what failed. */
	public static void noteFailures(final List<Evaluation> evaluations, final Consumer<String> note) {
		final List<Evaluation> failed = evaluations.stream().filter(e -> !e.failure().isEmpty()).toList();
		if (!failed.isEmpty()) note.accept(failed.size() + " of " + Words.count(
			evaluations.size(), "evaluation") + " failed, the first one because: " + failed.get(0).failure());
	}

	/**
	 * What is kept of a run that has ended.
	 *
	 * @param hash of the analysed pixels
	 * @param start when it began, of {@link System#nanoTime}
	 */
	public RunRecord record(final AnalysedImage image, final String hash, final SearchReport report,
		final long start)
	{
		return new RunRecord(image.source().getTitle(), image.source().getWidth(), image.source()
			.getHeight(), image.x(), image.y(), image.width(), image.height(), hash, report, pick, (System
				.nanoTime() - start) * 1e-9, macro);
	}

	/**
	 * Draws what there is to see of a study into a folder.
	 *
	 * @param picked null if nothing was feasible
	 * @param subtitle of the Pareto plot
	 * @param own draws the pictures that only this task has
	 * @param undone deletes what is left of these once cancelled
	 */
	public static void draw(final Path folder, final Study study, final SearchReport report,
		final Evaluation picked, final Map<Pick, Evaluation> picks, final String subtitle,
		final Runnable own, final Runnable undone, final Consumer<String> note, final Progress progress)
	{
		try {
			final String left = ParetoPlot.write(folder, () -> ParetoPlot.chart(study, picked, picks,
				subtitle), progress);
			if (!left.isEmpty()) note.accept(left);
			own.run();
		}
		catch (final CancellationException exc) {
			undone.run();
		}
		StudyPlots.of(study, report).write(folder, picked, progress);
	}
}
