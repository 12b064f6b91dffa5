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

package sc.fiji.rewardanalysis.core.track;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Robust;
import sc.fiji.rewardanalysis.core.track.DisplacementVotes.Place;

/**
 * The drift between two frames, below a pixel and also beyond a column distance.
 * <p>
 * Positions of a crystal tell its drift up to a translation of its lattice:
 * {@link DisplacementVotes} has the candidates. Which one it is is decided by what isn't
 * periodic, each time against the second best candidate, so that what all have in common counts
 * for nothing. (a) The {@link Landscape}s: with r the correlation of a candidate, r₂ the second
 * highest and N independent patches, ρ = (r − r₂) / (1 − r₂) is the correlation of what isn't
 * periodic, and −N/2 log(1 − ρ²) its log likelihood ratio. (b) Columns without a partner, at
 * borders and vacancies: z²/2, z the difference of their shares in standard deviations. If the
 * best one isn't {@link Drift#CLEAR} of the next one, nothing tells them apart, as in a crystal
 * without any fault that fills the frame, and the one nearest to the expected drift is taken. Then it
 * is known modulo a translation only.
 */
public final class DriftEstimator {

	/** Candidates that are so much worse by their landscapes aren't looked at further, nats. */
	private static final double HOPELESS = 60;

	/** So many columns tell the share of those without a partner. */
	private static final int SAMPLE = 1500;

	/** Fewer common columns tell nothing. */
	private static final int LEAST = 5;

	/** The part of what chance leaves that must agree. */
	private static final double SAME_CRYSTAL = 0.35;

	/** Outliers beyond so many standard deviations are left out of a mean. */
	private static final double OUTLIER = 3, NORMAL = 1.4826;

	private final TrackSettings settings;

	public DriftEstimator(final TrackSettings settings) {
		this.settings = Checks.given("settings", settings);
	}

	/** How many columns have a partner, and how far that one is on average. */
	private record Partners(int asked, int found, double dx, double dy) {}

	/**
	 * @param expected the drift to look around, px: that of the frames before
	 */
	public Drift between(final FramePoints from, final FramePoints to, final Position expected,
		final Progress progress)
	{
		final Drift none = new Drift(expected.x(), expected.y(), 0, Double.NaN, false);
		if (from.columns().size() < LEAST || to.columns().size() < LEAST) return none;
		final List<Place> candidates = DisplacementVotes.peaks(from, to, expected, settings);
		if (candidates.isEmpty()) return none;
		progress.checkCanceled();
		final Neighbours before = new Neighbours(from.columns()), after = new Neighbours(to.columns());
		final double[] evidence = landscapes(from, to, candidates, progress);
		addUnpaired(evidence, from, to, before, after, candidates, progress);
		final int chosen = choose(evidence, candidates, expected);
		double next = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < evidence.length; i++)
			if (i != chosen) next = Math.max(next, evidence[i]);
		final Place rough = candidates.get(chosen);
		final Partners partners = partners(from, to, after, rough, 1);
		final boolean isSame = partners.asked >= LEAST && partners.found > partners.asked * sameFrom(to);
		return isSame ? new Drift(partners.dx, partners.dy, (double) partners.found / partners.asked,
			candidates.size() == 1 ? Double.NaN : evidence[chosen] - next, true) : none;
	}

	/** The share of partners from which on it is the same crystal: a part of what chance leaves. */
	private double sameFrom(final FramePoints to) {
		final double density = to.columns().size() / to.area().size();
		final double chance = 1 - Math.exp(-Math.PI * settings.tolerance() * settings.tolerance() *
			density);
		return chance + SAME_CRYSTAL * (1 - chance);
	}

	/** Among those that can't be told from the best one the nearest to the expected drift. */
	private static int choose(final double[] evidence, final List<Place> candidates,
		final Position expected)
	{
		final double best = Arrays.stream(evidence).max().orElseThrow();
		int chosen = -1;
		double nearest = Double.POSITIVE_INFINITY;
		for (int i = 0; i < evidence.length; i++) {
			final double distance = Math.hypot(candidates.get(i).x() - expected.x(), candidates.get(i).y() -
				expected.y());
			if (evidence[i] > best - Drift.CLEAR && distance < nearest) {
				nearest = distance;
				chosen = i;
			}
		}
		return chosen;
	}

	private static double[] landscapes(final FramePoints from, final FramePoints to,
		final List<Place> candidates, final Progress progress)
	{
		final double[] evidence = new double[candidates.size()];
		if (from.landscape() == null || to.landscape() == null || candidates.size() < 2) return evidence;
		final double[] correlations = new double[evidence.length], patches = new double[evidence.length];
		for (int i = 0; i < evidence.length; i++) {
			progress.checkCanceled();
			final Landscape.Agreement agreement = from.landscape().agreement(to.landscape(), candidates.get(
				i).x(), candidates.get(i).y());
			correlations[i] = agreement.correlation();
			patches[i] = agreement.patches();
		}
		final double second = Math.min(1 - 1e-9, sorted(correlations)[evidence.length - 2]);
		for (int i = 0; i < evidence.length; i++) {
			final double own = Math.max(-1, Math.min(1, (correlations[i] - second) / (1 - second)));
			evidence[i] = -0.5 * patches[i] * Math.log(Math.max(1e-9, 1 - own * own)) * Math.signum(own);
		}
		return evidence;
	}

	private void addUnpaired(final double[] evidence, final FramePoints from, final FramePoints to,
		final Neighbours before, final Neighbours after, final List<Place> candidates,
		final Progress progress)
	{
		if (candidates.size() < 2) return;
		final double best = Arrays.stream(evidence).max().orElseThrow();
		final double[] shares = new double[evidence.length], asked = new double[evidence.length];
		Arrays.fill(shares, Double.NaN);
		for (int i = 0; i < evidence.length; i++) {
			if (evidence[i] < best - HOPELESS) continue;
			progress.checkCanceled();
			final Place d = candidates.get(i);
			final Partners there = partners(from, to, after, d, 1 + from.columns().size() / SAMPLE);
			final Partners back = partners(to, from, before, new Place(-d.x(), -d.y()), 1 + to.columns()
				.size() / SAMPLE);
			asked[i] = Math.max(1, there.asked + back.asked);
			shares[i] = (asked[i] - there.found - back.found) / asked[i];
		}
		final int[] judged = IntStream.range(0, shares.length).filter(i -> !Double.isNaN(shares[i]))
			.boxed().sorted(Comparator.comparingDouble(i -> shares[i])).mapToInt(i -> i).toArray();
		if (judged.length < 2) return;
		final int second = judged[1];
		for (final int i : judged) {
			final double both = (shares[i] * asked[i] + shares[second] * asked[second] + 1) / (asked[i] +
				asked[second] + 2);
			final double z = (shares[second] - shares[i]) / Math.sqrt(both * (1 - both) * (1 / asked[i] + 1 /
				asked[second]));
			evidence[i] += 0.5 * z * z * Math.signum(z);
		}
	}

	private static double[] sorted(final double[] values) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted;
	}

	/** The mean is that of the partners less outliers; the displacement itself without any. */
	private Partners partners(final FramePoints from, final FramePoints to, final Neighbours after,
		final Place displacement, final int stride)
	{
		final int n = from.columns().size();
		final double[] dx = new double[n], dy = new double[n];
		final double margin = settings.tolerance();
		int asked = 0, found = 0;
		for (int i = 0; i < n; i += stride) {
			final Position p = from.columns().get(i);
			final double x = p.x() + displacement.x(), y = p.y() + displacement.y();
			// A column near the edge may have left.
			if (!to.area().contains(x - margin, y - margin) || !to.area().contains(x + margin, y + margin))
				continue;
			asked++;
			final int partner = after.nearest(x, y, settings.tolerance());
			if (partner < 0) continue;
			dx[found] = to.columns().get(partner).x() - p.x();
			dy[found++] = to.columns().get(partner).y() - p.y();
		}
		return found == 0 ? new Partners(asked, 0, displacement.x(), displacement.y()) : new Partners(
			asked, found, mean(Arrays.copyOf(dx, found)), mean(Arrays.copyOf(dy, found)));
	}

	/** The mean without outliers. */
	static double mean(final double[] values) {
		final double median = Robust.median(values);
		final double limit = OUTLIER * NORMAL * Robust.median(Arrays.stream(values).map(v -> Math.abs(v -
			median)).toArray());
		return Arrays.stream(values).filter(v -> Math.abs(v - median) <= limit).average().orElse(median);
	}
}
