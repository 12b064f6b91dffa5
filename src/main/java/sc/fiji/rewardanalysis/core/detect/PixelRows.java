package sc.fiji.rewardanalysis.core.detect;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/** Reads an image row by row. Not thread-safe: one a thread. */
final class PixelRows {

	private final RandomAccess<? extends RealType<?>> access;
	private final long left, top;

	/** @param image two-dimensional, its origin anywhere */
	PixelRows(final RandomAccessibleInterval<? extends RealType<?>> image) {
		access = image.randomAccess();
		left = image.min(0);
		top = image.min(1);
	}

	/** Fills {@code into} from the beginning of row y, which counts from 0. */
	void read(final int y, final double[] into) {
		access.setPosition(left, 0);
		access.setPosition(top + y, 1);
		for (int x = 0; x < into.length; x++) {
			into[x] = access.get().getRealDouble();
			access.fwd(0);
		}
	}
}
