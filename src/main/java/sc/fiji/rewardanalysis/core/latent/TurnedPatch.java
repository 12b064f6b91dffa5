package sc.fiji.rewardanalysis.core.latent;

/** A square patch, turned about its centre. */
public final class TurnedPatch {

	private TurnedPatch() {}

	/**
	 * @param patch row by row
	 * @param size of a side, px
	 * @param angle rad, from x towards y
	 * @return values between pixels by bilinear interpolation; what comes in at the corners is the
	 *         nearest pixel of the edge
	 */
	public static float[] of(final float[] patch, final int size, final double angle) {
		final double centre = (size - 1) / 2.0, cos = Math.cos(angle), sin = Math.sin(angle);
		final float[] turned = new float[patch.length];
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++) {
				final double dx = x - centre, dy = y - centre;
				turned[y * size + x] = at(patch, size, centre + cos * dx + sin * dy, centre - sin * dx +
					cos * dy);
			}
		return turned;
	}

	private static float at(final float[] patch, final int size, final double x, final double y) {
		final double px = Math.max(0, Math.min(size - 1, x)), py = Math.max(0, Math.min(size - 1, y));
		final int x0 = (int) Math.min(px, Math.max(0, size - 2)), y0 = (int) Math.min(py, Math.max(0,
			size - 2)), x1 = Math.min(size - 1, x0 + 1), y1 = Math.min(size - 1, y0 + 1);
		final double fx = px - x0, fy = py - y0;
		final double top = (1 - fx) * patch[y0 * size + x0] + fx * patch[y0 * size + x1];
		final double bottom = (1 - fx) * patch[y1 * size + x0] + fx * patch[y1 * size + x1];
		return (float) ((1 - fy) * top + fy * bottom);
	}
}
