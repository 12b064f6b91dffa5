package sc.fiji.rewardanalysis.core.reward;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * The number of atoms that {@link SpacingError} blames in each of many nested
 * results: in result k, blob b is an atom if b &lt; k ≤ end(b). When an end moves, only
 * the results and atoms that notice are judged anew.
 * <p>
 * Equal to {@link SpacingError} of each result with at least five atoms, to the last
 * bit of the sums. Blobs outside the analysed area are nobody's neighbours.
 */
public final class SpacingLevels {

	private static final int POLL = 256;

	/** Room for rounding when a sum is bounded instead of computed. */
	private static final double SAFE = 1 + 1e-12;

	private final double limit;

	/** Results that are looked at: first to last, both included. */
	private final int first, last;
	private final boolean[] isAtom, isJudged;
	private final int[] end, errors;

	/** Per blob those near enough to spoil it, by distance, nm. */
	private final int[][] near;
	private final double[][] distance;

	/** Per blob up to where its neighbours were ever looked at, nm. */
	private final double[] looked;

	/** The result up to which the latest judgement holds. */
	private int until;

	/**
	 * @param blobs all, in the order in which the results grow
	 * @param isAtom which of them lie in the analysed area
	 * @param end per blob the last result in which it is an atom
	 * @param first result of interest
	 * @param last result of interest
	 */
	public SpacingLevels(final List<Blob> blobs, final boolean[] isAtom, final AtomPhysics physics,
		final int[] end, final int first, final int last, final Progress progress)
	{
		final int n = end.length;
		limit = physics.neighbourSumLimit();
		this.first = first;
		this.last = last;
		this.isAtom = isAtom.clone();
		this.end = end.clone();
		isJudged = new boolean[n];
		for (int b = 0; b < n; b++)
			isJudged[b] = isAtom[b] && physics.judged().contains(blobs.get(b));
		near = new int[n][];
		distance = new double[n][];
		findNear(blobs.subList(0, n), physics.pixelSize(), progress);
		looked = new double[n];
		errors = new int[last + 2];
		for (int b = 0; b < n; b++)
			add(b, b + 1, end[b], 1);
	}

	/** Any of an atom's four nearest neighbours is nearer than DS if their sum is below. */
	private void findNear(final List<Blob> blobs, final double pixelSize, final Progress progress) {
		final double reach = limit / pixelSize;
		final PointGrid grid = new PointGrid(blobs, reach / 2);
		final long[][] buffer = { new long[64] };
		final int[] n = { 0 };
		for (int b = 0; b < near.length; b++) {
			if (b % POLL == 0) progress.checkCanceled();
			final int self = b;
			final Blob blob = blobs.get(b);
			n[0] = 0;
			if (isAtom[b]) grid.forEachNear(blob, reach, c -> {
				if (c == self || !isAtom[c]) return;
				final double dx = blobs.get(c).x() - blob.x(), dy = blobs.get(c).y() - blob.y();
				final double d = dx * dx + dy * dy;
				if (d > reach * reach * SAFE) return;
				if (n[0] == buffer[0].length) buffer[0] = Arrays.copyOf(buffer[0], 2 * n[0]);
				// Positive floats sort as their bits do.
				buffer[0][n[0]++] = (long) Float.floatToIntBits((float) d) << 32 | c;
			});
			Arrays.sort(buffer[0], 0, n[0]);
			near[b] = IntStream.range(0, n[0]).map(i -> (int) buffer[0][i]).toArray();
			distance[b] = Arrays.stream(near[b]).mapToDouble(c -> {
				final double dx = blobs.get(c).x() - blob.x(), dy = blobs.get(c).y() - blob.y();
				return Math.sqrt(dx * dx + dy * dy) * pixelSize;
			}).toArray();
		}
	}

	/** The number of errors in result k. */
	public int errors(final int k) {
		return errors[k];
	}

	/** Moves the end of a blob. */
	public void moveEnd(final int b, final int newEnd) {
		final int former = end[b];
		if (former == newEnd || !isAtom[b]) {
			end[b] = newEnd;
			return;
		}
		final int from = Math.min(former, newEnd) + 1, to = Math.max(former, newEnd);
		if (from > last || to < first) {
			end[b] = newEnd;
			return;
		}
		around(b, from, to, -1);
		end[b] = newEnd;
		around(b, from, to, 1);
	}

	private void around(final int b, final int from, final int to, final int sign) {
		add(b, from, Math.min(to, end[b]), sign);
		final int[] others = near[b];
		final double[] d = distance[b];
		for (int i = 0; i < others.length; i++) {
			final int a = others[i];
			if (isJudged[a] && d[i] <= looked[a]) add(a, Math.max(from, a + 1), Math.min(to, end[a]),
				sign);
		}
	}

	/** Adds an atom's errors in results from … to, in which it is an atom. */
	private void add(final int atom, final int from, final int to, final int sign) {
		if (!isJudged[atom]) return;
		int k = Math.max(from, first);
		final int stop = Math.min(to, last);
		while (k <= stop) {
			final boolean error = isError(atom, k);
			final int next = Math.min(stop, until);
			if (error) for (; k <= next; k++)
				errors[k] += sign;
			k = next + 1;
		}
	}

	/** Whether an atom is an error in result k, and until which one it certainly stays so. */
	private boolean isError(final int atom, final int k) {
		final int[] others = near[atom];
		final double[] d = distance[atom];
		until = Integer.MAX_VALUE;
		double sum = 0;
		int found = 0;
		for (int i = 0; i < others.length; i++) {
			final int c = others[i];
			if (sum + (4 - found) * d[i] > limit * SAFE) {
				looked[atom] = Math.max(looked[atom], d[i]);
				return false;
			}
			if (c >= k) until = Math.min(until, c);
			else if (k <= end[c]) {
				until = Math.min(until, end[c]);
				sum += d[i];
				if (++found == 4) {
					looked[atom] = Math.max(looked[atom], d[i]);
					return sum < limit;
				}
			}
		}
		looked[atom] = Double.POSITIVE_INFINITY;
		return false;
	}
}
