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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.refine.RefinementStatus;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.workflow.Course;
import sc.fiji.rewardanalysis.core.workflow.Pooling;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings.CountRule;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding;
import sc.fiji.rewardanalysis.core.workflow.atoms.PooledAtomFinding.Role;

/** A paragraph on how atoms were found, for the methods section of a paper, with references. */
final class MethodsText {

	/** The file it is written to. */
	static final String NAME = "methods.txt";

	private MethodsText() {}

	/** Of a single image. */
	static String of(final AtomFindingTask task, final Study study, final RunRecord run,
		final AtomSolution picked, final RefinedAtoms refined)
	{
		return paragraph(sentences(task, study, run, picked, refined));
	}

	/** Of a single image whose atoms a person may have edited afterwards. */
	static String of(final AtomFindingTask task, final Study study, final RunRecord run,
		final EditedAtoms edited)
	{
		final List<String> text = new ArrayList<>(sentences(task, study, run, edited.original(), edited
			.discarded().refined()));
		if (edited.isEdited()) text.add(byHand(edited));
		return paragraph(text);
	}

	private static String byHand(final EditedAtoms edited) {
		final AtomSolution solution = edited.solution();
		return text("The atoms were then edited by hand (%d added, %d moved, %d deleted), which leaves %d in the counted area and %d in the whole analysed area, %d of them too close to their neighbours.",
			edited.count(EditedAtoms.Origin.ADDED), edited.count(EditedAtoms.Origin.MOVED), edited.deleted()
				.size(), solution.atoms().counted().length, edited.size(), solution.errors().length);
	}

	private static List<String> sentences(final AtomFindingTask task, final Study study,
		final RunRecord run, final AtomSolution picked, final RefinedAtoms refined)
	{
		final AtomPhysics physics = task.physics();
		final AtomFindingSettings settings = task.settings();
		final boolean byRule = task.pick(study, run.pick()).filter(e -> e.id() == picked.evaluation().id())
			.isPresent();
		final int counted = picked.atoms().counted().length;
		return List.of(method(), //
			image(run, settings.pixelSize()), //
			task.validArea().describe(), //
			crystal(settings.lattice()), //
			text("In the counted area, %.1f atomic columns were expected and %d to %d are possible, wherever the lattice sits, with a pixel size that may be wrong by %s %%.",
				physics.expected(), physics.low(), physics.high(), number(100 * settings.pixelTolerance())), //
			errors(settings, physics.neighbourSumLimit()), //
			search(study, run.search()), //
			choice(study, run.pick(), byRule, "no error"), //
			parameters(picked, settings), //
			text("It has %s: %d atoms in the counted area (%.2f %% %s the expected number), %d in the whole analysed area, %d of them too close to their neighbours.",
				objectives(study, picked.evaluation()), counted, 100 * CountError.paper().score(picked.atoms())
					.value(), counted < physics.expected() ? "below" : "above", picked.atoms().atoms().size(), picked
						.errors().length), //
			refinement(refined, settings.pixelSize()));
	}

	/** @param pixelSize nm */
	static String image(final RunRecord run, final double pixelSize) {
		final String field = number(run.width() * pixelSize) + " nm x " + number(run.height() * pixelSize) +
			" nm";
		return text("The image (%s, %d x %d px) has a pixel size of %s nm; %s.", run.imageName(), run
			.imageWidth(), run.imageHeight(), number(pixelSize), isWhole(run) ? text(
				"all of it was analysed (%s)", field) : text(
					"a selection within a box of %d x %d px (%s) at x = %d px, y = %d px was analysed", run
						.width(), run.height(), field, run.x(), run.y()));
	}

	private static boolean isWhole(final RunRecord run) {
		return run.width() == run.imageWidth() && run.height() == run.imageHeight();
	}

	/**
	 * Of several images.
	 *
	 * @param heldOut the goals' means over the images held out; null if they aren't known
	 */
	static String of(final PooledAtomFinding pooled, final Study study, final RunRecord run,
		final double[] heldOut, final Evaluation picked, final List<PooledFiles.InImage> found)
	{
		final AtomFindingSettings settings = pooled.anyTask().settings();
		final List<AtomSolution> solutions = found.stream().map(PooledFiles.InImage::solution).filter(
			Objects::nonNull).toList();
		final boolean byRule = pooled.pick(study, run.pick()).filter(e -> e.id() == picked.id())
			.isPresent();
		final List<String> text = List.of(method(), //
			text("%d images of a series (%s, %d x %d px each) were analysed with one set of parameters for all: %d were searched, %d held out%s.",
				pooled.images().size(), run.imageName(), run.imageWidth(), run.imageHeight(), pooled.count(
					Role.SEARCHED), pooled.count(Role.HELD_OUT), pooled.count(Role.LEFT_OUT) == 0 ? "" : text(
						", %d left out", pooled.count(Role.LEFT_OUT))), //
			text("Pixel size: %s nm. Analysed in each image: %s.", pixels(pooled), isWhole(run) ? "all of it"
				: text("a selection within a box of %d x %d px at x = %d px, y = %d px", run.width(), run
					.height(), run.x(), run.y())), //
			crystal(settings.lattice()), //
			text("In the counted area of an image, %s atomic columns were expected and %d to %d are possible, wherever the lattice sits, with a pixel size that may be wrong by %s %%.",
				span(solutions.stream().mapToDouble(s -> s.atoms().physics().expected()).toArray()), solutions
					.stream().mapToInt(s -> s.atoms().physics().low()).min().orElse(0), solutions.stream().mapToInt(
						s -> s.atoms().physics().high()).max().orElse(0), number(100 * settings.pixelTolerance())), //
			errors(settings, pooled.anyTask().physics().neighbourSumLimit()), //
			pooling(pooled.pooling()), //
			search(study, run.search()), //
			choice(study, run.pick(), byRule, "no error"), //
			pooledParameters(pooled, picked, solutions.get(0), settings), //
			text("It has %s. On average over the searched images: %s%s.", objectives(study, picked), means(
				pooled, pooled.searchedMeans(picked)), heldOut == null || heldOut.length == 0 || Double.isNaN(
					heldOut[0]) ? "" : "; over those held out: " + means(pooled, heldOut)), //
			text("%d atoms were found in %d images, %d of them too close to their neighbours.", solutions
				.stream().mapToInt(s -> s.atoms().atoms().size()).sum(), solutions.size(), solutions.stream()
					.mapToInt(s -> s.errors().length).sum()), //
			refinement(RefinedAtoms.together(found.stream().map(PooledFiles.InImage::refined).filter(
				Objects::nonNull).toList()), settings.pixelSize()));
		return paragraph(text);
	}

	static String text(final String format, final Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	/** Up to four digits, none of them superfluous. */
	static String number(final double value) {
		return value == Math.rint(value) && Math.abs(value) < 1e4 ? Long.toString((long) value) : text(
			"%.4g", value).replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "");
	}

	static String paragraph(final List<String> sentences) {
		return String.join(" ", sentences.stream().filter(s -> !s.isEmpty()).toList()) + "\n\n" + Citations
			.references() + "\n";
	}

	static String method() {
		return text(
			"Atomic columns were found with Reward Analysis %s [2] for ImageJ by a Laplacian-of-Gaussian detection whose parameters were chosen by physical rewards (LoG*) [1].",
			Version.current());
	}

	static String crystal(final Lattice lattice) {
		return text("The crystal is %s (%s) with a projected cell of %s nm x %s nm, %s degrees, of %d columns%s.",
			lattice.name(), lattice.description(), number(lattice.a()), number(lattice.b()), number(lattice
				.angle()), lattice.columnsPerCell(), lattice.source().isBlank() ? "" : "; source: " + lattice
					.source());
	}

	static String errors(final AtomFindingSettings settings, final double limit) {
		return "Two errors were minimised together: the count error QC, " + (settings
			.countRule() == CountRule.BAND ? "by how much the number of atoms lies outside what is possible"
				: "the distance of the number of atoms to the expected number") + text(
					", as a part of the expected number; and the spacing error ER, the number of atoms whose distances to their four nearest neighbours sum to less than DS = %.4f nm (%s of the smallest sum in the ideal crystal), as a part of the expected number.",
					limit, number(settings.dsFraction()));
	}

	static String search(final Study study, final SearchReport report) {
		final int n = study.evaluations().size();
		return switch (report.engine()) {
			case EXACT -> exact(report);
			case BAYESIAN, AUTO -> sampled(
				"Bayesian optimisation with a Gaussian process for each objective and the expected hypervolume improvement",
				n, study) + verified(report);
			case SCALARISED -> sampled(
				"Bayesian optimisation with a Gaussian process of randomly weighted objectives", n, study) + verified(
					report);
			case NSGA2 -> sampled("the genetic algorithm NSGA-II", n, study) + verified(report);
			case GRID -> sampled("a regular grid", n, study) + verified(report);
			case SOBOL -> sampled("a Sobol' sequence", n, study) + verified(report);
			case RANDOM -> sampled("random search", n, study) + verified(report);
		};
	}

	private static String exact(final SearchReport report) {
		final int settings = report.exact() == null ? 0 : report.exact().settings();
		final String searched = text(
			"All thresholds and overlaps were searched exactly, at %s of the scales (%d cells).", Words.count(
				settings, "setting"), report.exact() == null ? 0 : report.exact().cells());
		final SearchReport.Following following = report.following();
		return following == null || following.course() == Course.ANEW ? searched
			: searched + (settings == 1 ? " These scales were" : " One of them was") +
				" taken over from the search of a similar image (" + following.earlier() + (settings == 1 ? ")."
					: "), the others lie next to it or on the Pareto front of that search.");
	}

	private static String sampled(final String how, final int n, final Study study) {
		return text("Parameters were searched by %s with %s (seed %d).", how, Words.count(n,
			"evaluation"), study.seed());
	}

	private static String verified(final SearchReport report) {
		return report.engine() == SearchEngine.EXACT || report.exact() == null ? "" : " " + report
			.verification();
	}

	private static String pooling(final Pooling pooling) {
		return switch (pooling) {
			case MEAN -> "Each error was averaged over the searched images.";
			case WORST -> "Of each error the worst of the searched images counted.";
			case RANK -> "Of each error the mean rank over the searched images counted.";
		};
	}

	/** @param ideal what the rules measure distances to */
	static String choice(final Study study, final Pick rule, final boolean byRule,
		final String ideal)
	{
		final int n = study.front().size();
		return text("Of the %s of the Pareto front, the one %s was taken:", n == 1 ? "one solution" : n +
			" solutions", !byRule ? "chosen on the plot" : switch (rule) {
				case EUCLIDEAN -> "of the least Euclidean distance to " + ideal;
				case CHEBYSHEV -> "of the least Chebyshev distance to " + ideal;
				case KNEE -> "at the front's knee";
			});
	}

	private static String parameters(final AtomSolution picked, final AtomFindingSettings settings) {
		final LogParameters p = picked.parameters();
		return scales(p.numSigma(), length(p.minSigma(), settings), length(p.maxSigma(), settings)) +
			levels(p, picked.preparation(), settings, sigma -> length(sigma, settings));
	}

	private static String pooledParameters(final PooledAtomFinding pooled, final Evaluation picked,
		final AtomSolution any, final AtomFindingSettings settings)
	{
		if (pooled.isInPixels()) return parameters(any, settings);
		final LogParameters p = pooled.parameters(picked);
		final AtomPhysics physics = pooled.anyTask().physics();
		final double spacing = physics.nearestDistance() / physics.pixelSize();
		return scales(p.numSigma(), number(p.minSigma() / spacing), number(p.maxSigma() / spacing) +
			" of the columns' shortest distance") + levels(p, pooled.anyTask().preparation(picked), settings,
				sigma -> number(sigma / spacing) + " of that distance");
	}

	private static String scales(final int n, final String min, final String max) {
		return n == 1 ? "a single scale of sigma " + min : n + " scales of sigma from " + min + " to " + max;
	}

	private static String levels(final LogParameters p, final Preparation before,
		final AtomFindingSettings settings, final DoubleFunction<String> length)
	{
		return text(", threshold %s (%s), overlap %s, for %s atoms%s%s.", number(p.threshold()), unit(settings
			.normalization()), number(p.overlap()), before.contrast() == Contrast.DARK ? "dark" : "bright",
			before.backgroundSigma() > 0 ? ", after subtraction of a background smoothed by a Gaussian of sigma " +
				length.apply(before.backgroundSigma()) : "", before.denoiseSigma() > 0
					? ", after smoothing by a Gaussian of sigma " + length.apply(before.denoiseSigma()) : "");
	}

	private static String length(final double px, final AtomFindingSettings settings) {
		return number(px) + " px (" + number(px * settings.pixelSize()) + " nm)";
	}

	static String unit(final Normalization normalization) {
		return switch (normalization) {
			case MIN_MAX -> "of grey values scaled to 0 to 1";
			case NOISE -> "in standard deviations of the pixel noise";
			case NONE -> "in grey values";
		};
	}

	private static String objectives(final Study study, final Evaluation e) {
		return String.join(" and ", IntStream.range(0, study.objectives().size()).mapToObj(j -> text(
			"%s = %.4f", Pooling.goal(study.objectives().get(j).name()) + Pooling.of(study.objectives().get(j)
				.name()).map(p -> " (" + p.name().toLowerCase(Locale.ROOT) + ")").orElse(""), e
					.objectives()[j])).toList());
	}

	private static String means(final PooledAtomFinding pooled, final double[] values) {
		return String.join(" and ", IntStream.range(0, values.length).mapToObj(j -> text("%s = %.4f", pooled
			.goals().get(j), values[j])).toList());
	}

	private static String pixels(final PooledAtomFinding pooled) {
		final double[] values = pooled.images().stream().mapToDouble(i -> i.settings().pixelSize()).sorted()
			.toArray();
		final String low = number(values[0]), high = number(values[values.length - 1]);
		return low.equals(high) ? low : low + " to " + high;
	}

	private static String span(final double[] values) {
		final String low = text("%.1f", Arrays.stream(values).min().orElse(0)), high = text("%.1f",
			Arrays.stream(values).max().orElse(0));
		return low.equals(high) ? low : low + " to " + high;
	}

	static String refinement(final RefinedAtoms refined, final double pixelSize) {
		if (!refined.isRefined()) return "Positions are those of the detection, to the pixel.";
		final Map<RefinementStatus, Integer> counts = refined.counts();
		final int n = counts.entrySet().stream().filter(e -> e.getKey().isRefined()).mapToInt(
			Map.Entry::getValue).sum();
		final double error = refined.medianError();
		return text("The positions of %d of %d atoms were refined by %s%s%s.", n, refined.atoms().size(),
			refined.method() == Refinement.QUADRATIC ? "a quadratic through the 3 x 3 responses around each"
				: "least-squares fits of " + (refined.options().elliptic() ? "elliptic" : "round") +
					" Gaussians", Double.isNaN(error) ? "" : text(
						", with a median standard error of %.3f px (%.2g pm) in each coordinate", error, 1000 * error *
							pixelSize), n == refined.atoms().size() ? "" : "; the others are those of the detection");
	}
}
