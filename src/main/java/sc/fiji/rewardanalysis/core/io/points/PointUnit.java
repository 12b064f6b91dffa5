package sc.fiji.rewardanalysis.core.io.points;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sc.fiji.rewardanalysis.core.LengthUnit;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What the coordinates of points are counted in.
 *
 * @param length null for pixels
 */
public record PointUnit(LengthUnit length) {

	/** Pixels. */
	public static final PointUnit PIXEL = new PointUnit(null);

	private static final List<String> PIXELS = List.of("px", "pix", "pixel", "pixels");

	/** The unit that is spelt so; empty for anything else. */
	public static Optional<PointUnit> parse(final String spelling) {
		if (spelling != null && PIXELS.contains(spelling.strip().toLowerCase(Locale.ROOT))) return Optional
			.of(PIXEL);
		return LengthUnit.parse(spelling).map(PointUnit::new);
	}

	/**
	 * How many px of an image one unit is.
	 *
	 * @throws RewardAnalysisException if the image's pixel size is needed and isn't known
	 */
	double px(final OracleFrame frame, final String origin) {
		if (length == null) return 1;
		if (!(frame.pixelSize() > 0)) throw new RewardAnalysisException(
			"%s is in %s, and the pixel size of \"%s\" isn't known; give pixel_size and pixel_unit.", origin,
			length.label(), frame.title());
		return length.nanometres() / frame.pixelSize();
	}

	/** How messages call it. */
	public String label() {
		return length == null ? "px" : length.label();
	}
}
