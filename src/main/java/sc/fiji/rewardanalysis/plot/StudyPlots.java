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

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Importance;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.optimize.Surrogate;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;

/**
 * The charts that explain a finished study. What they share is worked out when a chart
 * first needs it, which takes a moment. Thread-safe as long as the study doesn't change.
 */
public final class StudyPlots {

	/** Most columns of slices that are readable side by side. */
	private static final int SLICES = 6;

	/** Of more evaluations, a file of lines would be too large for programs that draw. */
	private static final int VECTORS = 2000;

	private final Study study;
	private final boolean sampled;
	private final double best;
	private final String stop;
	private Surrogate surrogate;
	private Importance importance;

	/** What there is to see. */
	public enum Kind {

			/** How the hypervolume grew. */
			HISTORY("History", "hypervolume"),

			/** How much each parameter matters. */
			IMPORTANCE("Importance", "importance"),

			/** Objectives along each parameter. */
			SLICES("Slices", "slices"),

			/** Objectives over two parameters. */
			CONTOURS("Contours", "contours"),

			/** Every evaluation as a line. */
			PARALLEL("Parallel", "parallel");

		private final String title, file;

		Kind(final String title, final String file) {
			this.title = title;
			this.file = file;
		}

		/** A word for it. */
		public String title() {
			return title;
		}

		/** The name of its file of pixels. */
		public String file() {
			return file + ".png";
		}

		/** The name of its file of lines. */
		public String vectorFile() {
			return file + ".svg";
		}
	}

	private StudyPlots(final Study study, final boolean sampled, final double best,
		final String stop)
	{
		this.study = study;
		this.sampled = sampled;
		this.best = best;
		this.stop = stop;
	}

	/** Of a finished study whose evaluations were chosen all over the space, one after the other. */
	public static StudyPlots of(final Study study) {
		return new StudyPlots(study, true, Double.NaN, "");
	}

	/**
	 * Of a finished search. An exact one evaluates nothing but its front, from which no
	 * model can be learnt.
	 */
	public static StudyPlots of(final Study study, final SearchReport report) {
		return new StudyPlots(study, report.engine() != SearchEngine.EXACT, best(study, report), report
			.stop());
	}

	/** The hypervolume of the search's and the exact front together. */
	private static double best(final Study study, final SearchReport report) {
		if (report.exact() == null) return Double.NaN;
		return report.reached() > 0 ? study.hypervolume() / report.reached() : report.exact().hypervolume(
			study.reference());
	}

	/**
	 * Why there is nothing to see, a sentence; empty if there is.
	 *
	 * @param picked the solution that is looked at; null for none
	 */
	public Optional<String> lacks(final Kind kind, final Evaluation picked) {
		if (kind != Kind.PARALLEL && !sampled) return Optional.of(
			"The exact search evaluates the front alone, which tells nothing of the rest; search with engine=bayesian to see this.");
		if (study.evaluations().size() < 2) return Optional.of(
			"There are too few evaluations to show; evaluate more.");
		if (kind == Kind.HISTORY || kind == Kind.PARALLEL) return Optional.empty();
		if (kind != Kind.IMPORTANCE && picked == null) return Optional.of(
			"No solution is picked: none was feasible.");
		if (kind == Kind.CONTOURS && used(picked).size() < 2) return Optional.of(
			"There is a single parameter; see its slice.");
		return Surrogate.lacks(study);
	}

	/**
	 * The chart.
	 *
	 * @param picked the solution to mark and to cut through; null for none
	 * @throws RewardAnalysisException if there is nothing to see, see {@link #lacks}
	 */
	public JFreeChart chart(final Kind kind, final Evaluation picked) {
		lacks(kind, picked).ifPresent(why -> {
			throw new RewardAnalysisException("%s", why);
		});
		return switch (kind) {
			case HISTORY -> HypervolumePlot.chart(study, picked, best, stop);
			case IMPORTANCE -> ImportancePlot.chart(study, importance());
			case SLICES -> SlicePlot.chart(study, surrogate(), picked, importance().ranking().stream()
				.limit(SLICES).toList());
			case CONTOURS -> contours(picked);
			case PARALLEL -> ParallelPlot.chart(study, picked);
		};
	}

	/** The chart as an image of its {@link #size}; arguments and errors as of {@link #chart}. */
	public BufferedImage image(final Kind kind, final Evaluation picked) {
		return image(kind, picked, size(kind), 1);
	}

	/**
	 * The chart as an image of another size.
	 *
	 * @param size px of a screen with one dot a pixel
	 * @param scale how many dots a pixel the image shall have
	 */
	public BufferedImage image(final Kind kind, final Evaluation picked, final Dimension size,
		final double scale)
	{
		return Charts.image(chart(kind, picked), size, scale);
	}

	/**
	 * Writes what there is to see into a folder, in place of what an earlier run left there.
	 * Once cancelled, nobody waits for the chart that is being drawn, and there are no others.
	 *
	 * @param picked the solution to mark and to cut through; null for none
	 */
	public void write(final Path folder, final Evaluation picked, final Progress progress) {
		final Kind[] kinds = Kind.values();
		for (final Kind kind : kinds) {
			AtomicFile.delete(folder.resolve(kind.file()));
			AtomicFile.delete(folder.resolve(kind.vectorFile()));
		}
		try {
			for (int i = 0; i < kinds.length; i++) {
				progress.update((double) i / kinds.length, "Drawing " + kinds[i].file());
				if (lacks(kinds[i], picked).isEmpty()) write(folder, kinds[i], picked, progress);
			}
		}
		catch (final CancellationException exc) {
			// What is written is whole.
			return;
		}
	}

	private void write(final Path folder, final Kind kind, final Evaluation picked,
		final Progress progress)
	{
		Pictures.write(folder.resolve(kind.file()), () -> image(kind, picked), progress);
		if (study.evaluations().size() <= VECTORS) Pictures.writeVectors(folder.resolve(kind.vectorFile()),
			() -> Svg.of(chart(kind, picked), size(kind)), progress);
	}

	/** The size at which a chart is readable, px. */
	public Dimension size(final Kind kind) {
		final int axes = study.space().dimension(), objectives = study.objectives().size();
		return switch (kind) {
			case HISTORY -> new Dimension(900, 520);
			case IMPORTANCE -> new Dimension(Math.max(900, 200 + 300 * objectives), 190 + 60 * axes);
			case SLICES -> new Dimension(Math.max(900, 100 + 225 * Math.min(SLICES, axes)), 150 + 230 *
				objectives);
			case CONTOURS -> new Dimension(1100, 120 + 400 * ((objectives + ContourPlot.COLUMNS - 1) /
				ContourPlot.COLUMNS));
			case PARALLEL -> new Dimension(Math.max(900, 100 + 130 * (axes + objectives)), 560);
		};
	}

	private JFreeChart contours(final Evaluation picked) {
		final List<Integer> two = importance().ranking().stream().filter(used(picked)::contains).limit(2)
			.sorted().toList();
		return ContourPlot.chart(study, surrogate(), picked, two.get(0), two.get(1));
	}

	/** The axes that matter to a solution. */
	private List<Integer> used(final Evaluation picked) {
		final List<Parameter> axes = study.space().axes();
		return IntStream.range(0, axes.size()).filter(i -> picked.configuration().names()
			.contains(axes.get(i).name())).boxed().toList();
	}

	private synchronized Surrogate surrogate() {
		if (surrogate == null) surrogate = Surrogate.of(study);
		return surrogate;
	}

	private synchronized Importance importance() {
		if (importance == null) importance = Importance.of(surrogate());
		return importance;
	}
}
