package sc.fiji.rewardanalysis.core.estimate;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Finds the reciprocal lattice, or those of up to three grains, among a spectrum's peaks.
 * <p>
 * Any two peaks, or differences of two, may span it. Of all pairs the one counts that
 * explains most: each peak on a point of the lattice (but two, which choose it) is worth
 * −ln(the probability that it lies there by chance), so that a finer lattice must explain
 * more peaks than a coarse one. Missing harmonics (a centred cell's, or weak ones) are found
 * as differences.
 */
final class PeakIndexing {

	private static final int MOST_GRAINS = 3, MOST_SEEDS = 24, MOST_DIFFERENCES = 10;

	/** A peak may be off by so much of its frequency: scans are distorted. */
	private static final double DISTORTION = 0.012;

	/** And by so many bins. */
	private static final double BINS = 0.7;

	private final List<SpectrumPeak> peaks;
	private final double resolution;
	private final Progress progress;

	/** A reciprocal lattice and the peaks on its points. */
	record Grain(Translations reciprocal, List<IndexedPeak> peaks, double score) {

		/** The translations of the image. */
		Translations translations() {
			return reciprocal.reciprocal().reduced();
		}

		double power() {
			return peaks.stream().mapToDouble(p -> p.peak().power()).sum();
		}
	}

	private PeakIndexing(final List<SpectrumPeak> peaks, final double resolution,
		final Progress progress)
	{
		this.peaks = peaks;
		this.resolution = resolution;
		this.progress = progress;
	}

	/**
	 * @param peaks the strongest first
	 * @param resolution of the spectrum, cycles per px
	 * @return the grain that explains most first; none if there is no lattice
	 */
	static List<Grain> grains(final List<SpectrumPeak> peaks, final double resolution,
		final Progress progress)
	{
		final List<Grain> grains = new ArrayList<>();
		List<SpectrumPeak> left = peaks;
		while (grains.size() < MOST_GRAINS && left.size() >= 2) {
			final Grain next = new PeakIndexing(left, resolution, progress).best();
			if (next == null) break;
			// Another grain is of the same crystal, or it is noise and moiré.
			if (!grains.isEmpty() && !isAlike(grains.get(0), next)) break;
			grains.add(next);
			left = left.stream().filter(p -> next.peaks().stream().noneMatch(i -> i.peak() == p)).toList();
		}
		return grains;
	}

	private static boolean isAlike(final Grain first, final Grain other) {
		final Translations p = first.translations(), q = other.translations();
		return Math.abs(Math.log(p.a() / q.a())) < 0.08 && Math.abs(Math.log(p.b() / q.b())) < 0.08 && Math
			.abs(p.angle() - q.angle()) < 8 && other.peaks().size() >= 2;
	}

	private Grain best() {
		final List<double[]> seeds = seeds();
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

	private List<double[]> seeds() {
		final List<double[]> seeds = new ArrayList<>();
		for (final SpectrumPeak p : peaks.subList(0, Math.min(MOST_SEEDS, peaks.size())))
			seeds.add(new double[] { p.x(), p.y() });
		final int n = Math.min(MOST_DIFFERENCES, seeds.size());
		for (int i = 0; i < n; i++)
			for (int j = 0; j < i; j++)
				for (int sign = -1; sign <= 1; sign += 2) {
					final double x = seeds.get(i)[0] + sign * seeds.get(j)[0], y = seeds.get(i)[1] + sign *
						seeds.get(j)[1];
					if (seeds.stream().noneMatch(s -> Math.hypot(s[0] - x, s[1] - y) < BINS * resolution || Math
						.hypot(s[0] + x, s[1] + y) < BINS * resolution)) seeds.add(new double[] { x, y });
				}
		return seeds;
	}

	private Grain grain(final double[] p, final double[] q) {
		Translations basis = new Translations(p[0], p[1], q[0], q[1]).reduced();
		// Finer than the spectrum can tell apart, or a line.
		if (basis.a() < 1.8 * resolution || basis.area() < 0.3 * basis.a() * basis.b()) return null;
		List<IndexedPeak> on = List.of();
		for (int pass = 0; pass < 3; pass++) {
			final List<IndexedPeak> now = explained(basis);
			if (now.size() < 2) return null;
			final Translations fitted = fit(now);
			if (fitted == null) return null;
			on = now;
			basis = fitted;
		}
		final double chance = Math.min(1, Math.PI * Math.pow(tolerance(1.5 * basis.b()), 2) / basis
			.area());
		final double amplitude = Math.sqrt(peaks.get(0).power());
		double score = 0;
		for (final IndexedPeak peak : on)
			// Strong peaks count a little more: of two grains the larger one is the first.
			score -= Math.log(chance) * (1 + 0.5 * Math.sqrt(peak.peak().power()) / amplitude);
		return new Grain(basis, on, score + 2 * Math.log(chance));
	}

	private double tolerance(final double frequency) {
		return BINS * resolution + DISTORTION * frequency;
	}

	private List<IndexedPeak> explained(final Translations basis) {
		final List<IndexedPeak> on = new ArrayList<>();
		for (final SpectrumPeak p : peaks) {
			final int h = (int) Math.rint(basis.first(p.x(), p.y())), k = (int) Math.rint(basis.second(p
				.x(), p.y()));
			if ((h != 0 || k != 0) && Math.hypot(p.x() - basis.x(h, k), p.y() - basis.y(h, k)) <= tolerance(
				p.frequency())) on.add(new IndexedPeak(p, h, k));
		}
		return on;
	}

	/** Least squares, near peaks with more weight; null if they lie on a line. */
	private static Translations fit(final List<IndexedPeak> peaks) {
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
		return new Translations((kk * hx - hk * kx) / d, (kk * hy - hk * ky) / d, (hh * kx - hk * hx) / d,
			(hh * ky - hk * hy) / d);
	}
}
