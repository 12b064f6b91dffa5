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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.OverlapPairs;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.ParetoFront;
import sc.fiji.rewardanalysis.core.workflow.ExactFront;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * Finds the exact front of several scale spaces: at each all thresholds and all
 * overlaps of the ranges count, not a sample of them.
 */
final class ExactSearch {

	/** Cells smaller than this part of the largest with the same objectives are left out. */
	private static final double ROBUST = 0.2;

	/** Two lists of them, one of which may just have been doubled. */
	private static final int BYTES_PER_PAIR = 64;

	private final LogAtomFinding analysis;
	private final List<Configuration> settings;
	private final IntToDoubleFunction countError;
	private final long limit;
	private final List<ExactPlane> planes = new ArrayList<>();

	/** Whether there were more pairs than the limit, or than fit into memory. */
	private boolean crowded;

	/** By plane; null until it is covered. */
	private final PlaneFront[] fronts;

	/** What is found on a plane. */
	private record PlaneFront(List<ExactFront.Point> points, long cells, long outcomes) {}

	/**
	 * Finds candidates and pairs, so that the work to come is known; up to a limit.
	 *
	 * @param settings of scales and preparation; their thresholds and overlaps mean
	 *          nothing
	 * @param countError the first objective by the number of atoms
	 * @param limit of the work
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	ExactSearch(final LogAtomFinding analysis, final List<Configuration> settings,
		final IntToDoubleFunction countError, final long limit, final Progress progress)
	{
		this(analysis, settings, countError, limit, new PlaneFront[settings.size()]);
		look(progress);
	}

	private ExactSearch(final LogAtomFinding analysis, final List<Configuration> settings,
		final IntToDoubleFunction countError, final long limit, final PlaneFront[] fronts)
	{
		this.limit = limit;
		this.analysis = analysis;
		this.settings = List.copyOf(settings);
		this.countError = countError;
		this.fronts = fronts;
	}

	/** The same with further settings; what is covered stays so. */
	ExactSearch with(final List<Configuration> more, final Progress progress) {
		final List<Configuration> all = Stream.concat(settings.stream(), more.stream()).distinct().toList();
		synchronized (fronts) {
			final ExactSearch larger = new ExactSearch(analysis, all, countError, limit, Arrays.copyOf(fronts,
				all.size()));
			larger.planes.addAll(planes);
			larger.look(progress);
			return larger;
		}
	}

	/** @throws RewardAnalysisException if there is no limit, but too little memory */
	private void look(final Progress progress) {
		for (int i = planes.size(); i < settings.size() && !isTooMuch(); i++) {
			progress.update((double) i / settings.size(), "Candidates at setting " + (i + 1) + " of " +
				settings.size());
			final Configuration setting = settings.get(i);
			progress.checkCanceled();
			final List<Blob> candidates = analysis.candidates(setting, progress.silent());
			final Range overlaps = analysis.ranges().overlap();
			final Optional<OverlapPairs> pairs = OverlapPairs.upTo(Math.min(limit / Math.max(1, candidates.size()),
				inMemory()), candidates, overlaps.low(), progress.silent());
			if (pairs.isPresent()) planes.add(new ExactPlane(candidates, analysis.area(), analysis.physics(),
				analysis.thresholds(setting), overlaps, countError, pairs.get()));
			else if (limit < Long.MAX_VALUE) crowded = true;
			else throw new RewardAnalysisException(
				"The exact search has more overlapping pairs among %d candidates than fit into memory; choose " +
					"bayesian or a smaller area, or raise threshold_low or overlap_low.", candidates.size());
		}
	}

	/** Pairs of one setting that fit into a quarter of Java's memory while they are collected. */
	private static long inMemory() {
		return Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_PAIR;
	}

	/** An upper bound of the steps that {@link #front} takes, by count, not by the clock. */
	long work() {
		return planes.stream().mapToLong(ExactPlane::work).sum();
	}

	/** Whether the work is above the limit. */
	boolean isTooMuch() {
		return crowded || work() > limit;
	}

	/** How many settings there are. */
	int settings() {
		return settings.size();
	}

	/** Which part of the settings was looked at. */
	double looked() {
		return (double) planes.size() / settings.size();
	}

	/** The front; each plane on one thread. */
	ExactFront front(final Progress progress) {
		return front(progress, covered -> {});
	}

	/**
	 * The same for somebody who watches.
	 *
	 * @param listener told of the front of what is covered, by several threads, one at a time
	 */
	ExactFront front(final Progress progress, final Consumer<ExactFront> listener) {
		progress.update(0, "Thresholds and overlaps");
		final var executor = Parallelization.getTaskExecutor();
		final Progress silent = progress.silent();
		final List<Integer> open = IntStream.range(0, planes.size()).filter(i -> fronts[i] == null).boxed()
			.toList();
		// What is covered already is a bound, too.
		final double bound = DoubleStream.concat(executor.forEachApply(open, i -> planes.get(i).bound(
			silent)).stream().mapToDouble(Double::doubleValue), covered().points().stream().filter(p -> p
				.errors() == 0).mapToDouble(ExactFront.Point::countError)).min().orElse(
					Double.POSITIVE_INFINITY);
		executor.forEach(open, i -> cover(i, bound, progress, listener));
		return covered();
	}

	private void cover(final int i, final double bound, final Progress progress,
		final Consumer<ExactFront> listener)
	{
		final List<ExactFront.Point> points = planes.get(i).front(bound, progress.silent()).stream().map(
			outcome -> point(settings.get(i), outcome)).toList();
		synchronized (fronts) {
			fronts[i] = new PlaneFront(points, planes.get(i).cells(), planes.get(i).outcomes());
			final long done = Arrays.stream(fronts).filter(Objects::nonNull).count();
			progress.update((double) done / planes.size(), "Thresholds and overlaps at setting " + done +
				" of " + planes.size());
			listener.accept(covered());
		}
	}

	/** The settings that are searched. */
	List<Configuration> where() {
		return settings;
	}

	/** The front of the settings that were covered until now. */
	ExactFront covered() {
		synchronized (fronts) {
			final int[] done = IntStream.range(0, planes.size()).filter(i -> fronts[i] != null).toArray();
			final List<ExactFront.Point> points = Arrays.stream(done).boxed().flatMap(i -> fronts[i].points
				.stream()).toList();
			return new ExactFront(nonDominated(points), done.length, sum(done, i -> planes.get(i)
				.candidates()), sum(done, i -> planes.get(i).pairs()), sum(done, i -> fronts[i].cells), sum(done,
					i -> fronts[i].outcomes));
		}
	}

	private static long sum(final int[] which, final IntToLongFunction what) {
		return Arrays.stream(which).mapToLong(what).sum();
	}

	private ExactFront.Point point(final Configuration setting, final PlaneOutcome outcome) {
		return new ExactFront.Point(analysis.at(setting, outcome.threshold(), outcome.overlap()), outcome
			.count(), outcome.errors(), countError.applyAsDouble(outcome.count()), outcome.errors() /
				analysis.physics().expectedJudged(), outcome.size());
	}

	private static List<ExactFront.Point> nonDominated(final List<ExactFront.Point> points) {
		final boolean[] onFront = ParetoFront.nonDominated(points.stream().map(p -> new double[] { p
			.countError(), p.spacingError() }).toArray(double[][]::new));
		return IntStream.range(0, onFront.length).filter(i -> onFront[i]).mapToObj(points::get).sorted(
			Comparator.comparingDouble(ExactFront.Point::countError).thenComparingDouble(
				ExactFront.Point::spacingError).thenComparing(Comparator.comparingDouble(
					ExactFront.Point::size).reversed())).toList();
	}

	/**
	 * The points that stand for the front: of each pair of objectives and each setting the
	 * largest cell, without those that are far smaller than the largest of the same
	 * preparation. A small cell may owe its objectives to chance.
	 */
	List<ExactFront.Point> representatives(final ExactFront front) {
		final List<ExactFront.Point> chosen = new ArrayList<>();
		final Map<Object, Double> largest = new HashMap<>();
		final Set<Object> seen = new HashSet<>();
		for (final ExactFront.Point p : front.points()) {
			final List<?> objectives = List.of(p.countError(), p.errors());
			final double most = largest.computeIfAbsent(List.of(objectives, analysis.preparation(p
				.configuration())), k -> p.size());
			final Configuration setting = analysis.setting(p.configuration());
			if (p.size() >= ROBUST * most && seen.add(List.of(objectives, setting))) chosen.add(p);
		}
		return chosen;
	}
}
