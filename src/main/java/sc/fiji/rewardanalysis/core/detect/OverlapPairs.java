package sc.fiji.rewardanalysis.core.detect;

import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * Which blobs overlap which, and by how much: all that {@link Pruning} needs to know
 * of them. Immutable.
 */
public final class OverlapPairs {

	private static final int POLL = 1024;

	private final double[] sigmas;

	/** Pairs by the later blob of the two, then by the earlier one. */
	private final int[] start, earlier, later;
	private final double[] overlap;

	private OverlapPairs(final double[] sigmas, final int[] start, final int[] earlier,
		final double[] overlap)
	{
		this.sigmas = sigmas;
		this.start = start;
		this.earlier = earlier;
		this.overlap = overlap;
		later = new int[earlier.length];
		for (int b = 0; b < sigmas.length; b++)
			Arrays.fill(later, start[b], start[b + 1], b);
	}

	/**
	 * The pairs whose overlap is above a limit. Time and memory are linear in the
	 * number of pairs whose discs touch.
	 *
	 * @param blobs in the order in which they are pruned
	 * @param above pairs that overlap by no more never matter, 0 to 1
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static OverlapPairs of(final List<Blob> blobs, final double above,
		final Progress progress)
	{
		final int n = blobs.size();
		final double largest = blobs.stream().mapToDouble(Blob::sigma).max().orElse(1);
		final PointGrid grid = new PointGrid(blobs, Math.sqrt(2) * largest);
		final int[] start = new int[n + 1];
		int[] earlier = new int[8 * n + 16], near = new int[64];
		double[] overlap = new double[earlier.length];
		final int[] found = { 0 };
		for (int b = 0; b < n; b++) {
			if (b % POLL == 0) progress.checkCanceled();
			final Blob blob = blobs.get(b);
			near = near(grid, blobs, b, Math.sqrt(2) * (blob.sigma() + largest), near, found);
			Arrays.sort(near, 0, found[0]);
			int at = start[b];
			if (at + found[0] > earlier.length) {
				earlier = Arrays.copyOf(earlier, 2 * (at + found[0]));
				overlap = Arrays.copyOf(overlap, earlier.length);
			}
			for (int i = 0; i < found[0]; i++) {
				// No fraction is above 1, whatever the rounding.
				final double fraction = Math.min(1, Pruning.overlap(blobs.get(near[i]), blob));
				if (!(fraction > above)) continue;
				earlier[at] = near[i];
				overlap[at++] = fraction;
			}
			start[b + 1] = at;
		}
		return new OverlapPairs(blobs.stream().mapToDouble(Blob::sigma).toArray(), start, Arrays.copyOf(
			earlier, start[n]), Arrays.copyOf(overlap, start[n]));
	}

	/** The blobs before b whose discs may touch its disc. */
	private static int[] near(final PointGrid grid, final List<Blob> blobs, final int b,
		final double distance, final int[] buffer, final int[] found)
	{
		final int[][] near = { buffer };
		final Blob blob = blobs.get(b);
		found[0] = 0;
		grid.forEachNear(blob, distance, a -> {
			if (a >= b || !Pruning.touch(blobs.get(a), blob)) return;
			if (found[0] == near[0].length) near[0] = Arrays.copyOf(near[0], 2 * found[0]);
			near[0][found[0]++] = a;
		});
		return near[0];
	}

	/** How many blobs there are. */
	public int blobs() {
		return sigmas.length;
	}

	/** How many pairs there are. */
	public int size() {
		return earlier.length;
	}

	/** How many pairs there are among the first {@code n} blobs. */
	int size(final int n) {
		return start[n];
	}

	/** The first pair whose later blob is {@code b}; those of b + 1 follow. */
	int first(final int b) {
		return start[b];
	}

	int earlier(final int pair) {
		return earlier[pair];
	}

	int later(final int pair) {
		return later[pair];
	}

	double overlap(final int pair) {
		return overlap[pair];
	}

	/** Whether of two overlapping blobs the later one goes. */
	boolean laterGoes(final int a, final int b) {
		return sigmas[a] > sigmas[b];
	}
}
