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

package sc.fiji.rewardanalysis.core.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Finds the point of the unit cube with the greatest {@link Acquisition}: many
 * candidates, the best of which climb the gradient; integer axes step up and down, and
 * on categorical axes every choice is tried.
 */
final class AcquisitionSearch {

	private static final int CANDIDATES_PER_AXIS = 128;

	/** About as many near all centres together; from 2 to 10 near each. */
	private static final int NEARBY = 200;

	/** Of so many candidates near a centre, one has another choice on an axis. */
	private static final int FLIP_ONE_IN = 3;
	private static final int CLIMBERS = 8;
	private static final int MAX_EVALUATIONS = 40;

	/** Gains of the log-acquisition below this are not worth another step. */
	private static final double TOLERANCE = 1e-4;

	/** Points as near as this along an axis without steps count as the same. */
	private static final double SAME = 1e-3;

	private final SearchSpace space;
	private final Acquisition acquisition;

	/** Points that were evaluated or are pending. */
	private final List<double[]> taken;

	private record Scored(double[] point, double score) {}

	AcquisitionSearch(final SearchSpace space, final Acquisition acquisition,
		final List<double[]> taken)
	{
		this.space = space;
		this.acquisition = acquisition;
		this.taken = taken;
	}

	/**
	 * The best point found that is not taken. If the very best is, the one that is
	 * least known among the best hundredth.
	 *
	 * @param centres points near which to look closer
	 * @return empty if no point promises anything
	 */
	Optional<double[]> best(final List<double[]> centres, final SplittableRandom random) {
		final List<Scored> candidates = scored(centres, random);
		Scored best = candidates.get(0);
		if (best.score == Double.NEGATIVE_INFINITY) return Optional.empty();
		for (final Scored start : starts(candidates)) {
			final Scored end = flipped(stepped(climbed(start)));
			if (end.score > best.score) best = end;
		}
		final double[] point = space.snapped(best.point);
		return Optional.of(isTaken(point) ? leastKnown(candidates) : point);
	}

	/**
	 * A point that is not taken: the one that is least known among the best hundredth.
	 * Every second time among those with the choices that were tried least often: one that
	 * began badly may be as good in its best corner, and nothing else would lead there.
	 *
	 * @param centres points near which to look closer
	 */
	double[] leastKnownOfTheBest(final List<double[]> centres, final SplittableRandom random) {
		final List<Scored> sorted = scored(centres, random);
		if (taken.size() % 2 == 0) return leastKnown(sorted);
		final Map<List<Double>, List<Scored>> byChoices = new LinkedHashMap<>();
		for (final Scored s : sorted)
			byChoices.computeIfAbsent(choices(s.point), c -> new ArrayList<>()).add(s);
		return leastKnown(byChoices.entrySet().stream().min(Comparator.comparingLong(e -> taken.stream()
			.filter(t -> choices(t).equals(e.getKey())).count())).orElseThrow().getValue());
	}

	private List<Double> choices(final double[] point) {
		return IntStream.range(0, point.length).filter(i -> space.axes().get(i).isCategorical())
			.mapToObj(i -> point[i]).toList();
	}

	/** Candidates by falling acquisition. */
	private List<Scored> scored(final List<double[]> centres, final SplittableRandom random) {
		final List<Scored> candidates = new ArrayList<>();
		for (final double[] point : candidates(centres, random))
			candidates.add(new Scored(point, acquisition.at(point)));
		candidates.sort(Comparator.comparingDouble(Scored::score).reversed());
		return candidates;
	}

	private List<double[]> candidates(final List<double[]> centres,
		final SplittableRandom random)
	{
		final int d = space.dimension();
		final List<double[]> points = new ArrayList<>();
		final ShiftedSobol sequence = new ShiftedSobol(d, random);
		for (int i = 0; i < CANDIDATES_PER_AXIS * d; i++)
			points.add(space.snapped(sequence.next()));
		final int each = Math.max(2, Math.min(10, NEARBY / Math.max(1, centres.size())));
		for (final double[] centre : centres)
			for (int i = 0; i < each; i++)
				points.add(space.snapped(nearby(centre, random)));
		return points;
	}

	/** Normally distributed about the centre, from fine to coarse; choices now and then redrawn. */
	private double[] nearby(final double[] centre, final SplittableRandom random) {
		final double sd = Math.pow(10, -0.5 - 2 * random.nextDouble());
		final double[] point = new double[centre.length];
		for (int i = 0; i < point.length; i++)
			if (!space.axes().get(i).isCategorical()) point[i] = centre[i] + sd * random.nextGaussian();
			else point[i] = random.nextInt(FLIP_ONE_IN) == 0 ? random.nextDouble() : centre[i];
		return point;
	}

	/** The best candidates, but not two from the same hill top. */
	private static List<Scored> starts(final List<Scored> sorted) {
		final List<Scored> starts = new ArrayList<>();
		for (final Scored s : sorted) {
			if (starts.size() == CLIMBERS || s.score == Double.NEGATIVE_INFINITY) break;
			if (starts.stream().noneMatch(t -> isNear(t.point, s.point, 0.02))) starts.add(s);
		}
		return starts;
	}

	private Scored climbed(final Scored start) {
		final double[] lower = new double[start.point.length], upper = lower.clone();
		Arrays.fill(upper, 1);
		final LimitedMemoryBfgs.Minimum top = new LimitedMemoryBfgs(lower, upper, MAX_EVALUATIONS,
			TOLERANCE).minimise((x, gradient) -> {
				final double[] snapped = space.snapped(x);
				final double value = -acquisition.at(snapped, gradient);
				final boolean[] smooth = space.smooth(snapped);
				for (int i = 0; i < gradient.length; i++)
					gradient[i] = smooth[i] ? -gradient[i] : 0;
				return value;
			}, start.point);
		return -top.value() > start.score ? new Scored(top.point(), -top.value()) : start;
	}

	/** Steps along the integer axes, where there is no gradient, for as long as it helps. */
	private Scored stepped(final Scored start) {
		Scored best = start;
		for (int axis = 0; axis < start.point.length; axis++) {
			final double step = space.axes().get(axis).step();
			if (step == 0 || space.axes().get(axis).isCategorical()) continue;
			for (final double direction : new double[] { -step, step })
				best = walked(best, axis, direction);
		}
		return best;
	}

	/** By steps that double while it helps, then halve down to the smallest. */
	private Scored walked(final Scored start, final int axis, final double step) {
		Scored best = start;
		double length = step;
		for (Scored next = neighbour(best, axis, length); next.score > best.score; //
				next = neighbour(best, axis, length)) {
			best = next;
			length *= 2;
		}
		for (length /= 2; Math.abs(length) >= Math.abs(step); length /= 2) {
			final Scored next = neighbour(best, axis, length);
			if (next.score > best.score) best = next;
		}
		return best;
	}

	/** Tries every other choice, one axis after the other, and climbs on from the best. */
	private Scored flipped(final Scored start) {
		Scored best = start;
		for (int axis = 0; axis < start.point.length; axis++) {
			final Parameter parameter = space.axes().get(axis);
			if (!parameter.isCategorical()) continue;
			for (double u = 0.5 * parameter.step(); u < 1; u += parameter.step()) {
				final Scored other = neighbour(best, axis, u - best.point[axis]);
				if (other.score > best.score) best = other;
			}
		}
		return best == start ? start : stepped(climbed(best));
	}

	private Scored neighbour(final Scored s, final int axis, final double step) {
		final double[] point = s.point.clone();
		point[axis] += step;
		final double[] snapped = space.snapped(point);
		return new Scored(snapped, acquisition.at(snapped));
	}

	private double[] leastKnown(final List<Scored> sorted) {
		final List<Scored> free = sorted.stream().filter(s -> !isTaken(s.point)).toList();
		if (free.isEmpty()) return sorted.get(0).point;
		return free.subList(0, (free.size() + 99) / 100).stream().map(Scored::point).max(Comparator
			.comparingDouble(acquisition::uncertainty)).orElseThrow();
	}

	private boolean isTaken(final double[] point) {
		return taken.stream().anyMatch(t -> IntStream.range(0, t.length).allMatch(i -> Math.abs(t[i] -
			point[i]) <= (space.axes().get(i).step() > 0 ? 0.5 * space.axes().get(i).step() : SAME)));
	}

	private static boolean isNear(final double[] p, final double[] q, final double distance) {
		for (int i = 0; i < p.length; i++)
			if (Math.abs(p[i] - q[i]) > distance) return false;
		return true;
	}
}
