package sc.fiji.rewardanalysis.core.simulate;

import java.util.SplittableRandom;

/** What the walls between two phases look like; their place is random. */
public enum DomainWalls {

	/** Parallel straight bands, 0.3 of the image's smaller side wide, in a random direction. */
	STRAIGHT,

	/** A disc of half the smaller side's diameter, and a bay at the lower edge. */
	CURVED;

	/** Whether a pixel belongs to the second phase. */
	interface Second {

		boolean at(double x, double y);
	}

	Second place(final SplittableRandom random, final int width, final int height) {
		final double side = Math.min(width, height);
		if (this == STRAIGHT) {
			final double angle = Math.PI * random.nextDouble(), start = random.nextDouble();
			final double cos = Math.cos(angle), sin = Math.sin(angle);
			return (x, y) -> Math.floorMod((int) Math.floor((x * cos + y * sin) / (0.3 * side) + start),
				2) == 1;
		}
		final double cx = (0.3 + 0.4 * random.nextDouble()) * (width - 1);
		final double cy = (0.3 + 0.1 * random.nextDouble()) * (height - 1);
		final double phase = 2 * Math.PI * random.nextDouble();
		return (x, y) -> Math.hypot(x - cx, y - cy) < 0.25 * side || y > height - side * (0.2 + 0.07 *
			Math.sin(phase + 2 * Math.PI * x / width));
	}
}
