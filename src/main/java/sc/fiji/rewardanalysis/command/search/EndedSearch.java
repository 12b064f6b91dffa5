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
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.ui.pareto.Found;
import sc.fiji.rewardanalysis.ui.pareto.Solutions;

/**
 * A search that has ended, whatever was searched for: its study, and a solution's way into the
 * run's table and files.
 */
public abstract class EndedSearch<F extends Found> implements Solutions<F> {

	private final ImagePlus image;
	private final Study study;
	private final SearchReport report;
	private final Path folder;

	/**
	 * @param image that solutions are drawn on
	 * @param folder where the run's files are; null for nowhere
	 */
	protected EndedSearch(final ImagePlus image, final Study study, final SearchReport report,
		final Path folder)
	{
		this.image = image;
		this.study = study;
		this.report = report;
		this.folder = folder;
	}

	/** What a rule would pick; empty if it can't. */
	protected abstract Optional<Evaluation> pick(Pick rule);

	/** Shows a solution as rows. */
	protected abstract void showTable(F found, Progress progress);

	/** Writes the files of a run that picked a solution; once cancelled it leaves out pictures. */
	protected abstract void write(F found, Path into, Progress progress);

	@Override
	public final ImagePlus image() {
		return image;
	}

	@Override
	public final Study study() {
		return study;
	}

	@Override
	public final SearchReport report() {
		return report;
	}

	@Override
	public final Path folder() {
		return folder;
	}

	@Override
	public final Map<Pick, Evaluation> picks() {
		return picks(this::pick);
	}

	/** What each rule would pick; without those that can't. */
	public static Map<Pick, Evaluation> picks(final Function<Pick, Optional<Evaluation>> pick) {
		final Map<Pick, Evaluation> picks = new EnumMap<>(Pick.class);
		for (final Pick rule : Pick.values())
			pick.apply(rule).ifPresent(e -> picks.put(rule, e));
		return picks;
	}

	@Override
	public final void save(final F found, final Path into, final Progress progress) {
		write(found, into, progress);
		// Pictures were left out if so.
		progress.checkCanceled();
	}

	@Override
	public final void accept(final F found, final Progress progress) {
		showTable(found, progress);
		if (folder != null) save(found, folder, progress);
	}
}
