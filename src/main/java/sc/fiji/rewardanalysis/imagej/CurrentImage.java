package sc.fiji.rewardanalysis.imagej;

import java.lang.reflect.Field;
import java.util.Map;

import ij.ImagePlus;
import ij.WindowManager;

/**
 * The current image, of which ImageJ lets each thread have its own: that of the macro which has
 * selected it, or of the script which called {@code IJ.run(image, command, options)}.
 */
public final class CurrentImage {

	private CurrentImage() {}

	/**
	 * Makes the current image of another thread that of this one, which may have an older one. If
	 * that has none of its own, it's the image that was activated last.
	 */
	public static void take(final Thread other) {
		WindowManager.setTempCurrentImage(of(other));
	}

	/** ImageJ tells a thread only of its own. Null if it has none. */
	private static ImagePlus of(final Thread thread) {
		try {
			final Field table = WindowManager.class.getDeclaredField("tempImageTable");
			table.setAccessible(true);
			return table.get(null) instanceof final Map<?, ?> images && images.get(
				thread) instanceof final ImagePlus image ? image : null;
		}
		catch (final ReflectiveOperationException | RuntimeException exc) {
			// Of another ImageJ; the image that was activated last is nearly always the same.
			return null;
		}
	}
}
