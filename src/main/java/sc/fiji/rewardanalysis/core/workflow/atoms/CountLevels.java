package sc.fiji.rewardanalysis.core.workflow.atoms;

import sc.fiji.rewardanalysis.core.detect.PruningSweep;

/** The number of counted atoms in each of many nested results: see {@link PruningSweep}. */
final class CountLevels {

	private final boolean[] isCounted;
	private final int[] end, count;

	/** @param sweep where it begins */
	CountLevels(final PruningSweep sweep, final boolean[] isCounted) {
		this.isCounted = isCounted;
		final int n = sweep.size();
		end = new int[n];
		count = new int[n + 2];
		for (int b = 0; b < n; b++) {
			end[b] = sweep.end(b);
			if (!isCounted[b]) continue;
			count[b + 1]++;
			count[end[b] + 1]--;
		}
		for (int k = 1; k < count.length; k++)
			count[k] += count[k - 1];
	}

	int[] ends() {
		return end.clone();
	}

	int count(final int k) {
		return count[k];
	}

	void moveEnd(final int b, final int newEnd) {
		if (isCounted[b]) {
			for (int k = end[b] + 1; k <= newEnd; k++)
				count[k]++;
			for (int k = newEnd + 1; k <= end[b]; k++)
				count[k]--;
		}
		end[b] = newEnd;
	}
}
