package sc.fiji.rewardanalysis.core.detect;

import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;

/** Lets tests of other packages prune a list of their own. */
public final class Prune {

	private Prune() {}

	public static List<Blob> list(final List<Blob> blobs, final double overlap) {
		return Pruning.prune(blobs, overlap);
	}
}
