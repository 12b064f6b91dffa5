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

package sc.fiji.rewardanalysis.core.crystal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Neighbours;
import sc.fiji.rewardanalysis.core.Position;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattice;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * Finds the translations of a crystal, or of up to three grains, among the differences of
 * its atoms' positions.
 * <p>
 * Peaks of the differences' histogram (d and −d are the same one) are candidates t, refined
 * to the mean of the differences near them; so rotation and a small affine distortion come
 * out by themselves. Of all pairs of candidates the one counts
 * for which the share of atoms is largest that have a partner at all of ±t₁ and ±t₂. With a
 * lattice, candidates must have the lengths of its cell to {@value #LENGTH} and its angle
 * to {@value #ANGLE} degrees; without one, it is the pair of smallest area among those whose
 * share is at least {@value #EQUAL} of the largest. Further grains, of the same cell, are
 * looked for among the atoms without such partners.
 */
public final class LatticeSearch {

	private static final int MOST_GRAINS = 3, MOST_ORIGINS = 4000, MOST_PEAKS = 40;

	/** What a candidate may differ from the cell, relative and in degrees. */
	private static final double LENGTH = 0.08, ANGLE = 10;

	/** Low enough for one grain of two not to lose to translations that both have. */
	private static final double EQUAL = 0.45;

	/** Peaks below this share of the highest are noise. */
	private static final double LOWEST_PEAK = 0.15;

	/** Without a lattice, translations are looked for up to so many spacings. */
	private static final double REACH = 5;

	/** A grain explains this share of the atoms that no other explains, and of all. */
	private static final double SHARE = 0.25, SHARE_OF_ALL = 0.02;
	private static final int FEWEST = 8;

	private final List<? extends Position> atoms;
	private final Neighbours nearest;
	private final Area inside;
	private final double tolerance;

	/** Longest translation that is looked for, px. */
	private double reach;

	/** The cell in px; null as long as it is unknown. */
	private double[] a, b;
	private final Progress progress;

	/** Of the tolerance, px. */
	private static final double LEAST_TOLERANCE = 1e-6;

	/** How far translations are looked for, in tolerances. */
	private static final double MOST_BINS = 1000;

	/** A translation that many pairs of atoms have. */
	private record Peak(double x, double y, double height) {

		double length() {
			return Math.hypot(x, y);
		}
	}

	/**
	 * @param inside where atoms would have been found if they were there
	 * @param lattice null if unknown
	 * @param pixelSize nm; not used without a lattice
	 * @param spacing typical distance of nearest atoms, px
	 * @param tolerance how far a partner may be from its place, px
	 */
	public LatticeSearch(final List<? extends Position> atoms, final Neighbours nearest,
		final Area inside, final Lattice lattice, final double pixelSize, final double spacing,
		final double tolerance, final Progress progress)
	{
		this.atoms = atoms;
		this.nearest = nearest;
		this.inside = inside;
		this.tolerance = tolerance;
		this.progress = progress;
		if (lattice == null) reach = REACH * spacing;
		else setCell(scaled(lattice.vectorA(), pixelSize), scaled(lattice.vectorB(), pixelSize));
		checkScale();
	}

	private void setCell(final double[] first, final double[] second) {
		a = first;
		b = second;
		reach = (1 + LENGTH) * Math.max(Math.hypot(a[0], a[1]), Math.hypot(b[0], b[1]));
	}

	/** Else a cell is longer than any image, or shorter than atoms can be told apart. */
	private void checkScale() {
		if (!(tolerance >= LEAST_TOLERANCE && reach <= MOST_BINS * tolerance)) throw new RewardAnalysisException(
			"The crystal is looked for in steps of %s px up to %s px, which can't be; correct the pixel size or the crystal.",
			tolerance, reach);
	}

	private static double[] scaled(final double[] nm, final double pixelSize) {
		return new double[] { nm[0] / pixelSize, nm[1] / pixelSize };
	}

	/** The grains' translations, the first one explains most; none if there is no crystal. */
	public List<LatticeVectors> run() {
		final List<LatticeVectors> found = new ArrayList<>();
		int[] left = IntStream.range(0, atoms.size()).toArray();
		while (found.size() < MOST_GRAINS && left.length >= FEWEST) {
			final LatticeVectors next = best(left);
			if (next == null || found.stream().anyMatch(v -> v.resembles(next, 1.5 * tolerance))) break;
			final int[] rest = IntStream.of(left).filter(i -> !explains(next, i)).toArray();
			final int explained = left.length - rest.length;
			if (explained < Math.max(FEWEST, Math.max(SHARE * left.length, SHARE_OF_ALL * atoms.size())))
				break;
			found.add(next);
			left = rest;
			// Other grains are of the same crystal.
			if (a == null) setCell(new double[] { next.ax(), next.ay() }, new double[] { next.bx(), next
				.by() });
		}
		return found;
	}

	/** Whether an atom has most of its partners. */
	private boolean explains(final LatticeVectors vectors, final int atom) {
		int expected = 0, there = 0;
		for (final double[] step : vectors.steps()) {
			final double x = atoms.get(atom).x() + step[0], y = atoms.get(atom).y() + step[1];
			final boolean found = nearest.nearest(x, y, tolerance) >= 0;
			if (!found && !inside.contains(x, y)) continue;
			expected++;
			if (found) there++;
		}
		return expected > 0 && there >= Math.max(1, expected - 1);
	}

	private LatticeVectors best(final int[] among) {
		final int stride = 1 + (among.length - 1) / MOST_ORIGINS;
		final int[] origins = IntStream.range(0, (among.length + stride - 1) / stride).map(
			i -> among[i * stride]).toArray();
		List<Peak> peaks = peaks(origins);
		for (int i = 0; i < 2; i++)
			peaks = refined(peaks, origins);
		return choose(peaks, origins);
	}

	/** Local maxima of the differences' histogram, the highest first. */
	private List<Peak> peaks(final int[] origins) {
		final double bin = 0.5 * tolerance;
		final int half = (int) Math.ceil(reach / bin) + 2, side = 2 * half + 1;
		final int[] counts = new int[side * side];
		forEachDifference(origins, (dx, dy) -> counts[(half + (int) Math.rint(dy / bin)) * side + half +
			(int) Math.rint(dx / bin)]++);
		final int[] sums = new int[side * side];
		for (int y = 1; y < side - 1; y++)
			for (int x = 1; x < side - 1; x++)
				for (int k = -1; k <= 1; k++)
					for (int l = -1; l <= 1; l++)
						sums[y * side + x] += (2 - Math.abs(k)) * (2 - Math.abs(l)) * counts[(y + k) * side +
							x + l];
		final List<Peak> peaks = new ArrayList<>();
		for (int y = 1; y < side - 1; y++)
			for (int x = 1; x < side - 1; x++)
				if (isMaximum(sums, y * side + x, side)) peaks.add(new Peak((x - half) * bin, (y - half) *
					bin, sums[y * side + x]));
		peaks.sort(Comparator.comparingDouble(Peak::height).reversed());
		final double lowest = peaks.isEmpty() ? 0 : LOWEST_PEAK * peaks.get(0).height();
		peaks.removeIf(p -> p.height() < lowest || !fitsCell(p));
		return distinct(peaks);
	}

	/** Those that no earlier one resembles. */
	private List<Peak> distinct(final List<Peak> peaks) {
		final List<Peak> distinct = new ArrayList<>();
		for (final Peak p : peaks)
			if (distinct.size() < MOST_PEAKS && distinct.stream().noneMatch(q -> Math.min(Math.hypot(p
				.x() - q.x(), p.y() - q.y()), Math.hypot(p.x() + q.x(), p.y() + q.y())) < tolerance))
				distinct.add(p);
		return distinct;
	}

	private static boolean isMaximum(final int[] sums, final int at, final int side) {
		if (sums[at] == 0) return false;
		for (int k = -1; k <= 1; k++)
			for (int l = -1; l <= 1; l++) {
				final int other = at + k * side + l;
				// Of a plateau, the first one.
				if (sums[other] > sums[at] || sums[other] == sums[at] && other < at) return false;
			}
		return true;
	}

	private boolean fitsCell(final Peak p) {
		return a == null || fits(p.length(), a) || fits(p.length(), b);
	}

	private static boolean fits(final double length, final double[] vector) {
		final double ideal = Math.hypot(vector[0], vector[1]);
		return Math.abs(length - ideal) <= LENGTH * ideal;
	}

	/** Each peak moved to the mean of the differences near it. */
	private List<Peak> refined(final List<Peak> peaks, final int[] origins) {
		final double[][] sums = new double[peaks.size()][3];
		forEachDifference(origins, (dx, dy) -> {
			for (int p = 0; p < sums.length; p++) {
				final double x = peaks.get(p).x(), y = peaks.get(p).y();
				if (Math.abs(dx - x) > tolerance || Math.hypot(dx - x, dy - y) > tolerance) continue;
				sums[p][0] += dx;
				sums[p][1] += dy;
				sums[p][2]++;
			}
		});
		return distinct(IntStream.range(0, sums.length).filter(p -> sums[p][2] > 0).mapToObj(
			p -> new Peak(sums[p][0] / sums[p][2], sums[p][1] / sums[p][2], sums[p][2])).toList());
	}

	private interface Difference {

		void take(double dx, double dy);
	}

	/** Differences to all atoms within reach, both signs of pairs of origins. */
	private void forEachDifference(final int[] origins, final Difference difference) {
		for (final int i : origins) {
			progress.checkCanceled();
			nearest.forEachNear(i, reach, j -> {
				if (i == j) return;
				final double dx = atoms.get(j).x() - atoms.get(i).x(), dy = atoms.get(j).y() - atoms.get(i)
					.y();
				if (dx * dx + dy * dy <= reach * reach) difference.take(dx, dy);
			});
		}
	}

	private LatticeVectors choose(final List<Peak> peaks, final int[] origins) {
		final byte[][] states = states(peaks, origins);
		double largest = 0;
		final double[][] shares = new double[peaks.size()][peaks.size()];
		for (int p = 0; p < peaks.size(); p++)
			for (int q = 0; q < peaks.size(); q++) {
				if (p == q || !isCell(peaks.get(p), peaks.get(q))) continue;
				shares[p][q] = share(states[p], states[q]);
				largest = Math.max(largest, shares[p][q]);
			}
		LatticeVectors best = null;
		double least = Double.POSITIVE_INFINITY;
		for (int p = 0; p < peaks.size(); p++)
			for (int q = 0; q < peaks.size(); q++) {
				if (shares[p][q] == 0 || shares[p][q] < (a == null ? EQUAL * largest : largest)) continue;
				final double cost = a == null ? cost(peaks.get(p), peaks.get(q)) : 0;
				if (cost >= least) continue;
				least = cost;
				best = vectors(peaks.get(p), peaks.get(q));
			}
		return best;
	}

	/** The area first, then short vectors. */
	private static double cost(final Peak p, final Peak q) {
		return Math.abs(p.x() * q.y() - p.y() * q.x()) + 0.05 * (p.length() * p.length() + q.length() * q
			.length());
	}

	private boolean isCell(final Peak p, final Peak q) {
		final double sine = (p.x() * q.y() - p.y() * q.x()) / (p.length() * q.length());
		if (a == null) return Math.abs(sine) >= 0.3;
		if (!fits(p.length(), a) || !fits(q.length(), b)) return false;
		final double ideal = angle(a[0], a[1], b[0], b[1]), found = angle(p.x(), p.y(), q.x(), q.y());
		return Math.min(Math.abs(found - ideal), Math.abs(180 - found - ideal)) <= ANGLE;
	}

	/** 0 to 180 degrees. */
	private static double angle(final double x, final double y, final double u, final double v) {
		return Math.toDegrees(Math.atan2(Math.abs(x * v - y * u), x * u + y * v));
	}

	private static LatticeVectors vectors(final Peak p, final Peak q) {
		return new LatticeVectors(p.x(), p.y(), q.x(), q.y());
	}

	private static final byte MISSING = 0, PRESENT = 1, OUTSIDE = 2;

	/** Of each peak and origin whether there is a partner on both sides, as far as inside. */
	private byte[][] states(final List<Peak> peaks, final int[] origins) {
		final byte[][] states = new byte[peaks.size()][origins.length];
		for (int p = 0; p < states.length; p++)
			for (int i = 0; i < origins.length; i++) {
				if (i % 256 == 0) progress.checkCanceled();
				states[p][i] = state(peaks.get(p), atoms.get(origins[i]));
			}
		return states;
	}

	private byte state(final Peak p, final Position atom) {
		byte state = OUTSIDE;
		for (int sign = -1; sign <= 1; sign += 2) {
			final double x = atom.x() + sign * p.x(), y = atom.y() + sign * p.y();
			if (nearest.nearest(x, y, tolerance) >= 0) state = PRESENT;
			else if (inside.contains(x, y)) return MISSING;
		}
		return state;
	}

	/** Of the atoms with a place inside for either translation, those with all their partners. */
	private static double share(final byte[] p, final byte[] q) {
		int judged = 0, both = 0;
		for (int i = 0; i < p.length; i++) {
			if (p[i] == OUTSIDE || q[i] == OUTSIDE) continue;
			judged++;
			if (p[i] == PRESENT && q[i] == PRESENT) both++;
		}
		return judged < Math.max(3, 0.05 * p.length) ? 0 : (double) both / judged;
	}
}
