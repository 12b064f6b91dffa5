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

package sc.fiji.rewardanalysis.core.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.lattice.LatticeVectors;

/**
 * Finds the reciprocal lattice, or those of up to three grains, among a spectrum's peaks.
 * <p>
 * Any two peaks, or differences of two, may span it. Of all pairs the one counts that
 * explains most: each peak on a point of the lattice (but two, which choose it) is worth
 * −ln(the probability that it lies there by chance), so that a finer lattice must explain
 * more peaks than a coarse one. Peaks that are seen in different places of the image are of
 * different grains, which keeps a boundary's coincidence lattice out. Missing harmonics (a centred cell's, or weak ones) are found
 * as differences.
 */
final class PeakIndexing {

	private static final int MOST_GRAINS = 3, MOST_SEEDS = 24, MOST_DIFFERENCES = 10,
		MOST_PLACED = 32;

	/** A peak may be off by so much of its frequency: scans are distorted. */
	private static final double DISTORTION = 0.012;

	/** Times the strongest wave's frequency. */
	private static final double HIGHEST = 3;

	/** At least one of a lattice's waves has so much of the strongest one's power. */
	private static final double STRONG = 0.1;

	/** And by so many bins. */
	private static final double BINS = 0.5;

	/** Waves that share less of their places than noise does are of different grains. */
	private static final double ALIKE = 0.72;

	private final List<SpectrumPeak> peaks;
	private final double resolution;
	private final double[][] likeness;
	private final Progress progress;

	/** A reciprocal lattice and the peaks on its points. */
	record Grain(LatticeVectors reciprocal, List<IndexedPeak> peaks, double score) {

		/** The translations of the image. */
		LatticeVectors translations() {
			return reciprocal.reciprocal().reduced();
		}

		double power() {
			return peaks.stream().mapToDouble(p -> p.peak().power()).sum();
		}
	}

	/** A wave that may span the lattice, and the peak in whose places it is seen. */
	private record Seed(double x, double y, int peak) {}

	private PeakIndexing(final List<SpectrumPeak> peaks, final double resolution,
		final double[][] likeness, final Progress progress)
	{
		this.peaks = peaks;
		this.resolution = resolution;
		this.likeness = likeness;
		this.progress = progress;
	}

	/**
	 * @param pixels the image
	 * @param peaks of its spectrum, the strongest first
	 * @param resolution of the spectrum, cycles per px
	 * @return the grain that explains most first; none if there is no lattice
	 */
	static List<Grain> grains(final Pixels pixels, final List<SpectrumPeak> peaks,
		final double resolution, final Progress progress)
	{
		final List<Grain> grains = new ArrayList<>();
		if (peaks.size() < 2) return grains;
		final int n = Math.min(MOST_PLACED, peaks.size());
		final TileWaves waves = new TileWaves(pixels, Math.min(pixels.width(), pixels.height()) / 3, peaks
			.subList(0, n).stream().map(p -> new double[] { p.x(), p.y() }).toList(), progress);
		// Where a scan folds high orders back there are waves of no lattice.
		final double highest = HIGHEST * peaks.get(0).frequency();
		final Map<SpectrumPeak, Integer> order = new HashMap<>();
		for (int i = 0; i < n; i++)
			order.put(peaks.get(i), i);
		List<SpectrumPeak> left = peaks.stream().filter(p -> p.frequency() <= highest).toList();
		while (grains.size() < MOST_GRAINS && left.size() >= 2) {
			final List<SpectrumPeak> among = left;
			final int known = (int) left.stream().filter(order::containsKey).count();
			final double[][] likeness = new double[known][known];
			for (int i = 0; i < known; i++)
				for (int j = 0; j < known; j++)
					likeness[i][j] = waves.likeness(order.get(among.get(i)), order.get(among.get(j)));
			final Grain next = new PeakIndexing(left, resolution, likeness, progress).best();
			if (next == null) break;
			// Another grain is of the same crystal, or it is noise and moiré.
			if (!grains.isEmpty() && !isAlike(grains.get(0), next)) break;
			grains.add(next);
			left = left.stream().filter(p -> next.peaks().stream().noneMatch(i -> i.peak() == p)).toList();
		}
		return grains;
	}

	private boolean isTogether(final int p, final int q) {
		return p >= likeness.length || q >= likeness.length || likeness[p][q] >= ALIKE;
	}

	private static boolean isAlike(final Grain first, final Grain other) {
		final LatticeVectors p = first.translations(), q = other.translations();
		return Math.abs(Math.log(p.lengthA() / q.lengthA())) < 0.15 && Math.abs(Math.log(p.lengthB() / q
			.lengthB())) < 0.15 && Math
			.abs(p.angle() - q.angle()) < 10 && other.peaks().size() >= 2;
	}

	private Grain best() {
		final List<Seed> seeds = seeds();
		Grain best = null;
		for (int i = 0; i < seeds.size(); i++) {
			progress.checkCanceled();
			for (int j = i + 1; j < seeds.size(); j++) {
				final Grain grain = grain(seeds.get(i), seeds.get(j));
				if (grain != null && (best == null || grain.score() > best.score())) best = grain;
			}
		}
		return best;
	}

	private List<Seed> seeds() {
		final List<Seed> seeds = new ArrayList<>();
		for (int i = 0; i < Math.min(MOST_SEEDS, peaks.size()); i++)
			seeds.add(new Seed(peaks.get(i).x(), peaks.get(i).y(), i));
		final int n = Math.min(MOST_DIFFERENCES, seeds.size());
		for (int i = 0; i < n; i++)
			for (int j = 0; j < i; j++)
				for (int sign = -1; sign <= 1 && isTogether(i, j); sign += 2) {
					final double x = peaks.get(i).x() + sign * peaks.get(j).x(), y = peaks.get(i).y() + sign *
						peaks.get(j).y();
					if (seeds.stream().noneMatch(s -> Math.hypot(s.x() - x, s.y() - y) < BINS * resolution ||
						Math.hypot(s.x() + x, s.y() + y) < BINS * resolution)) seeds.add(new Seed(x, y, j));
				}
		return seeds;
	}

	private Grain grain(final Seed p, final Seed q) {
		if (!isTogether(p.peak(), q.peak())) return null;
		LatticeVectors basis = new LatticeVectors(p.x(), p.y(), q.x(), q.y()).reduced();
		// Finer than the spectrum can tell apart, or a line.
		if (basis.lengthA() < 1.8 * resolution || basis.area() < 0.3 * basis.lengthA() * basis
			.lengthB()) return null;
		List<IndexedPeak> on = List.of();
		for (int pass = 0; pass < 3; pass++) {
			final List<IndexedPeak> now = explained(basis, p.peak(), q.peak());
			if (now.size() < 2) return null;
			final LatticeVectors fitted = fit(now);
			if (fitted == null) return null;
			on = now;
			basis = fitted;
		}
		final double chance = Math.min(1, Math.PI * Math.pow(tolerance(1.5 * basis.lengthB()), 2) / basis
			.area());
		// An edge makes many peaks, but weak ones.
		if (on.stream().noneMatch(i -> i.peak().power() > STRONG * peaks.get(0).power())) return null;
		// Strong peaks count more: scans make weak satellites, and the larger grain is the first.
		double weight = 0;
		for (final IndexedPeak peak : on)
			weight += Math.pow(peak.peak().power() / peaks.get(0).power(), 0.2);
		// Two of them choose the lattice.
		return new Grain(basis, on, -Math.log(chance) * Math.max(weight - 2, 0.1 * weight));
	}

	private double tolerance(final double frequency) {
		return BINS * resolution + DISTORTION * frequency;
	}

	private List<IndexedPeak> explained(final LatticeVectors basis, final int first,
		final int second)
	{
		final List<IndexedPeak> on = new ArrayList<>();
		for (int i = 0; i < peaks.size(); i++) {
			final SpectrumPeak p = peaks.get(i);
			if (!isTogether(i, first) || !isTogether(i, second)) continue;
			final int h = (int) Math.rint(basis.fractionA(p.x(), p.y())), k = (int) Math.rint(basis.fractionB(p
				.x(), p.y()));
			if ((h != 0 || k != 0) && Math.hypot(p.x() - basis.x(h, k), p.y() - basis.y(h, k)) <= tolerance(
				p.frequency())) on.add(new IndexedPeak(p, h, k));
		}
		return on;
	}

	/** Least squares, near peaks with more weight; null if they lie on a line. */
	private static LatticeVectors fit(final List<IndexedPeak> peaks) {
		double hh = 0, hk = 0, kk = 0, hx = 0, hy = 0, kx = 0, ky = 0;
		for (final IndexedPeak p : peaks) {
			final double w = 1 / (p.peak().frequency() * p.peak().frequency());
			hh += w * p.h() * p.h();
			hk += w * p.h() * p.k();
			kk += w * p.k() * p.k();
			hx += w * p.h() * p.peak().x();
			hy += w * p.h() * p.peak().y();
			kx += w * p.k() * p.peak().x();
			ky += w * p.k() * p.peak().y();
		}
		final double d = hh * kk - hk * hk;
		if (!(d > 1e-9 * hh * kk)) return null;
		return new LatticeVectors((kk * hx - hk * kx) / d, (kk * hy - hk * ky) / d, (hh * kx - hk * hx) / d,
			(hh * ky - hk * hy) / d);
	}
}
