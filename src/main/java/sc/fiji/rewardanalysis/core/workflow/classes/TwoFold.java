package sc.fiji.rewardanalysis.core.workflow.classes;

import sc.fiji.rewardanalysis.core.clustering.Samples;

/**
 * The mean of each square patch and itself turned by 180 degrees, which is the patch read
 * from its end: columns that differ by such a turn alone become the same. Exact, for no
 * pixel is interpolated. As thread-safe as the patches.
 */
final class TwoFold implements Samples {

	private final Samples patches;

	TwoFold(final Samples patches) {
		this.patches = patches;
	}

	@Override
	public int size() {
		return patches.size();
	}

	@Override
	public int dimension() {
		return patches.dimension();
	}

	@Override
	public void read(final int from, final int to, final float[] into) {
		patches.read(from, to, into);
		final int d = dimension();
		for (int start = 0; start < (to - from) * d; start += d)
			for (int i = start, j = start + d - 1; i < j; i++, j--) {
				final float mean = 0.5f * (into[i] + into[j]);
				into[i] = mean;
				into[j] = mean;
			}
	}
}
