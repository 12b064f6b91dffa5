package sc.fiji.rewardanalysis.core.region;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;

/** Masks to test with. */
final class Masks {

	private Masks() {}

	static Mask of(final int width, final int height, final BiPredicate<Integer, Integer> inside) {
		final boolean[] pixels = new boolean[width * height];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = inside.test(i % width, i / width);
		return new Mask(width, height, pixels);
	}

	static Mask full(final int width, final int height) {
		return of(width, height, (x, y) -> true);
	}

	static Mask disc(final int size, final double x, final double y, final double radius) {
		return of(size, size, (px, py) -> Math.hypot(px - x, py - y) <= radius);
	}

	static Mask random(final int width, final int height, final double share, final long seed) {
		final SplittableRandom random = new SplittableRandom(seed);
		return of(width, height, (x, y) -> random.nextDouble() < share);
	}

	/** The rows, # for true. */
	static Mask drawn(final String... rows) {
		return of(rows[0].length(), rows.length, (x, y) -> rows[y].charAt(x) == '#');
	}

	static boolean same(final Mask a, final Mask b) {
		return Arrays.equals(a.pixels(), b.pixels());
	}
}
