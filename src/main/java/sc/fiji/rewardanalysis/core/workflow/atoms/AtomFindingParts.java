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

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.LogDetector;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.detect.ScaleSpace;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.Range;

/**
 * An {@link AtomFindingTask} cut into parts of its area, each with the physics of its own.
 * <p>
 * All see one image: prepared and normalised as a whole, so that a threshold means the same
 * everywhere, and no part has a border inside the image. Scales are those of the exact
 * search's ladders, whatever the engine; so the maxima of each ladder are found once for all
 * parts, and an evaluation of a part is no more than filtering, pruning and judging. Where to
 * search the threshold follows from the part's own maxima; the whole's threshold always is
 * in it. Used by one thread at a time.
 */
public final class AtomFindingParts {

	/** As far below the lowest threshold as any reward asks. */
	private static final double FLOOR = 0.5;

	private final AtomFindingTask whole;
	private final LogDetector detector;
	private final Preparation preparation;
	private final SharedMaxima shared;
	private final List<Area> areas;

	/** Null where nothing can be searched. */
	private final AtomFindingTask[] tasks;

	/**
	 * @param whole the task of the whole area
	 * @param solution one of its evaluations: parts take its preparation
	 * @param areas the parts, not empty ones
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public AtomFindingParts(final AtomFindingTask whole, final Evaluation solution,
		final List<Area> areas, final Progress progress)
	{
		this.whole = Checks.given("task of the whole area", whole);
		this.areas = List.copyOf(areas);
		preparation = whole.preparation(solution);
		final PreparedImages images = whole.images().only(preparation);
		detector = images.detector(preparation, progress.part(0, 0.3));
		final ScaleSpace probe = LogRanges.probe(detector, whole.spacing(), progress.part(0.3, 0.5));
		final double known = whole.parameters(solution).threshold();
		final AtomPhysics[] physics = new AtomPhysics[areas.size()];
		final Range[] thresholds = new Range[areas.size()];
		for (int i = 0; i < physics.length; i++) {
			progress.checkCanceled();
			progress.update(0.5 + 0.5 * i / physics.length, "What to expect of window " + (i + 1) + " of " +
				physics.length);
			physics[i] = physics(areas.get(i)).orElse(null);
			if (physics[i] != null) thresholds[i] = threshold(probe, areas.get(i), physics[i], known);
		}
		final double lowest = IntStream.range(0, physics.length).filter(i -> thresholds[i] != null)
			.mapToDouble(i -> thresholds[i].low()).min().orElse(known);
		shared = new SharedMaxima(detector, whole.ranges(), FLOOR * Math.min(lowest, known));
		tasks = IntStream.range(0, physics.length).mapToObj(i -> thresholds[i] == null ? null
			: new AtomFindingTask(whole, images, areas.get(i), physics[i], thresholds[i], shared)).toArray(
				AtomFindingTask[]::new);
	}

	/** Empty if it is too small for any. */
	private Optional<AtomPhysics> physics(final Area area) {
		try {
			return Optional.of(whole.settings().physics(area));
		}
		catch (final RewardAnalysisException exc) {
			// The whole has physics, so this part is too small.
			return Optional.empty();
		}
	}

	/** Null if there is no maximum at all. */
	private Range threshold(final ScaleSpace probe, final Area area, final AtomPhysics physics,
		final double known)
	{
		final Range own = whole.settings().threshold();
		if (own != null) return own;
		final ScaleSpace here = probe.within(area.minX(), area.minY(), area.maxX(), area.maxY());
		return here.responses().length == 0 ? null : LogRanges.thresholds(here, physics).union(Range
			.fixed(known));
	}

	/** How many parts there are. */
	public int size() {
		return tasks.length;
	}

	/** A part's area. */
	public Area area(final int part) {
		return areas.get(part);
	}

	/** The task of a part; empty if it has too few columns or no maximum at all. */
	public Optional<AtomFindingTask> task(final int part) {
		return Optional.ofNullable(tasks[part]);
	}

	/** How many parts have a task. */
	public long searchable() {
		return IntStream.range(0, tasks.length).mapToObj(i -> tasks[i]).filter(Objects::nonNull).count();
	}

	/** The task of the whole area. */
	public AtomFindingTask whole() {
		return whole;
	}

	/** What was done to the image before. */
	public Preparation preparation() {
		return preparation;
	}

	/**
	 * The whole's detection at the ladder of scales that parts have instead.
	 *
	 * @param solution of the whole's evaluations
	 */
	public LogParameters parameters(final Evaluation solution) {
		final LogParameters p = whole.parameters(solution);
		return shared.parameters(p.minSigma(), p.maxSigma(), p.threshold(), p.overlap());
	}

	/**
	 * What given parameters find in a part and around it, as far as the whole's area goes.
	 *
	 * @param parameters of this or another part, or of {@link #parameters(Evaluation)}
	 * @param margin around the part's bounding box, px
	 */
	public List<Blob> detect(final int part, final LogParameters parameters, final double margin,
		final Progress progress)
	{
		final Area box = areas.get(part), area = whole.validArea().area().within(box.minX() - margin, box
			.minY() - margin, box.maxX() + margin, box.maxY() + margin);
		return shared.of(parameters, area, progress).blobs(parameters, progress).stream().filter(
			area::contains).toList();
	}
}
