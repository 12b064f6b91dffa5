package sc.fiji.rewardanalysis.core.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * Removes blobs that overlap others, by scikit-image's rule: of two blobs whose
 * discs share more than a given fraction of the smaller disc, the one of smaller σ
 * goes; at equal σ the first of the two, which is the <em>brighter</em> one.
 * <p>
 * The outcome depends on the order in which pairs are looked at. scikit-image
 * takes them as a Python set yields them; we take them in ascending order of
 * (i, j), so that the result is a function of the blobs alone. A spatial hash
 * keeps the time near linear.
 */
final class Pruning {

	private Pruning() {}

	/** @param blobs in the order that decides; the survivors keep it */
	static List<Blob> prune(final List<Blob> blobs, final double overlap) {
		if (blobs.size() < 2 || overlap >= 1) return List.copyOf(blobs);
		final double reach = 2 * Math.sqrt(2) * blobs.stream().mapToDouble(Blob::sigma).max()
			.getAsDouble();
		final Map<Long, int[]> cells = hash(blobs, reach);
		final boolean[] erased = new boolean[blobs.size()];
		for (int i = 0; i < blobs.size(); i++) {
			if (erased[i]) continue;
			final Blob a = blobs.get(i);
			for (final int j : later(i, a, blobs, cells, reach)) {
				if (erased[j]) continue;
				final Blob b = blobs.get(j);
				if (!(overlap(a, b) > overlap)) continue;
				if (a.sigma() > b.sigma()) erased[j] = true;
				else {
					erased[i] = true;
					break;
				}
			}
		}
		final List<Blob> kept = new ArrayList<>();
		for (int i = 0; i < erased.length; i++)
			if (!erased[i]) kept.add(blobs.get(i));
		return kept;
	}

	/**
	 * The fraction of the smaller disc's area that lies in the other one. A disc's
	 * radius is σ√2, which is where the LoG of a Gaussian blob crosses zero.
	 */
	static double overlap(final Blob a, final Blob b) {
		// In units of the larger radius, as scikit-image computes it.
		final double unit = Math.max(a.sigma(), b.sigma());
		final double r1 = a.sigma() / unit, r2 = b.sigma() / unit;
		final double dy = b.y() / (unit * Math.sqrt(2)) - a.y() / (unit * Math.sqrt(2));
		final double dx = b.x() / (unit * Math.sqrt(2)) - a.x() / (unit * Math.sqrt(2));
		final double d = Math.sqrt(dy * dy + dx * dx);
		if (d > r1 + r2) return 0;
		if (d <= Math.abs(r1 - r2)) return 1;
		return lens(d, r1, r2) / (Math.PI * Math.pow(Math.min(r1, r2), 2));
	}

	/** Area common to two discs of radii r1, r2 whose centres are d apart. */
	private static double lens(final double d, final double r1, final double r2) {
		final double acos1 = Math.acos(clip((d * d + r1 * r1 - r2 * r2) / (2 * d * r1)));
		final double acos2 = Math.acos(clip((d * d + r2 * r2 - r1 * r1) / (2 * d * r2)));
		final double kite = (r1 + r2 - d) * (d - r2 + r1) * (d + r2 - r1) * (d + r2 + r1);
		return r1 * r1 * acos1 + r2 * r2 * acos2 - 0.5 * Math.sqrt(Math.abs(kite));
	}

	private static double clip(final double cosine) {
		return Math.max(-1, Math.min(1, cosine));
	}

	private static Map<Long, int[]> hash(final List<Blob> blobs, final double cellSize) {
		final Map<Long, int[]> cells = new HashMap<>();
		final Map<Long, Integer> filled = new HashMap<>();
		for (final Blob b : blobs)
			filled.merge(key(b.x(), b.y(), cellSize, 0, 0), 1, Integer::sum);
		filled.forEach((key, n) -> cells.put(key, new int[n]));
		for (int i = blobs.size() - 1; i >= 0; i--) {
			final Blob b = blobs.get(i);
			final long key = key(b.x(), b.y(), cellSize, 0, 0);
			cells.get(key)[filled.merge(key, -1, Integer::sum)] = i;
		}
		return cells;
	}

	/** Indices above i of blobs that may touch blob i, ascending. */
	private static int[] later(final int i, final Blob a, final List<Blob> blobs,
		final Map<Long, int[]> cells, final double cellSize)
	{
		int[] near = new int[16];
		int n = 0;
		for (int dy = -1; dy <= 1; dy++)
			for (int dx = -1; dx <= 1; dx++) {
				final int[] cell = cells.get(key(a.x(), a.y(), cellSize, dx, dy));
				if (cell == null) continue;
				for (final int j : cell) {
					if (j <= i || !touch(a, blobs.get(j))) continue;
					if (n == near.length) near = Arrays.copyOf(near, 2 * n);
					near[n++] = j;
				}
			}
		final int[] sorted = Arrays.copyOf(near, n);
		Arrays.sort(sorted);
		return sorted;
	}

	static boolean touch(final Blob a, final Blob b) {
		final double dx = a.x() - b.x(), dy = a.y() - b.y(), reach = a.sigma() + b.sigma();
		// A hair more than the discs' reach: overlap() decides at the limit.
		return dx * dx + dy * dy <= 2.0000001 * reach * reach;
	}

	private static long key(final double x, final double y, final double cellSize, final int dx,
		final int dy)
	{
		final long column = (long) Math.floor(x / cellSize) + dx;
		final long row = (long) Math.floor(y / cellSize) + dy;
		return row << 32 ^ column & 0xffffffffL;
	}
}
