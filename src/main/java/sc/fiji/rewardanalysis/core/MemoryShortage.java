package sc.fiji.rewardanalysis.core;

/** Java had too little memory. */
public final class MemoryShortage {

	private MemoryShortage() {}

	/** Whether that is what was thrown, even if threads wrapped it, as ImgLib2's pool does. */
	public static boolean isCauseOf(final Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause())
			if (cause instanceof OutOfMemoryError) return true;
		return false;
	}
}
