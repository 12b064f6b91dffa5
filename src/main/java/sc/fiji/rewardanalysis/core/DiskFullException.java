package sc.fiji.rewardanalysis.core;

import java.nio.file.Path;

/** A file doesn't fit on its disk any more: what is written next won't either, so that a long run stops. */
public final class DiskFullException extends RewardAnalysisException {

	private static final long serialVersionUID = 1L;

	/** @param file that didn't fit */
	public DiskFullException(final Throwable cause, final Path file) {
		super(cause, "Cannot write %s, for its disk is full; free some space there, or choose another folder.",
			file);
	}

	/**
	 * The same for a run that ends because of it.
	 *
	 * @param done what is kept, as in {@code 3 of 10 images are done}
	 */
	public DiskFullException(final DiskFullException cause, final String done) {
		super(cause, "%s; %s, and the same command goes on from there.", cause.getMessage().replaceAll("\\.$", ""),
			done);
	}
}
