package sc.fiji.rewardanalysis.core.io.points;

import java.util.List;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.compare.OraclePoint;

/**
 * Points of a file in px of an image.
 *
 * @param points px
 * @param fromCorner whether they count from the pixel's corner, half a pixel more than from its
 *          centre
 * @param saysUnit whether the file or the user says what unit they were in, rather than that px
 *          was assumed
 * @param notes what should be known of how they were read
 */
public record ReadPoints(List<OraclePoint> points, boolean fromCorner, boolean saysUnit,
	List<String> notes)
{

	/** Below this part of the image's sides, px are doubted. */
	private static final double SMALL = 0.25;

	/** Points that can't tell. */
	private static final int FEW = 4;

	public ReadPoints {
		points = List.copyOf(points);
		notes = List.copyOf(notes);
	}

	/**
	 * Refuses points that were taken for px but fill only a small corner of the image, as
	 * lengths do.
	 */
	ReadPoints checked(final OracleFrame frame, final Object file) {
		if (saysUnit || points.size() < FEW) return this;
		final double right = points.stream().mapToDouble(OraclePoint::x).max().orElse(0), down = points
			.stream().mapToDouble(OraclePoint::y).max().orElse(0);
		if (right < SMALL * frame.width() && down < SMALL * frame.height())
			throw new RewardAnalysisException(
				"All points of %s lie within %.2f x %.2f of \"%s\" (%d x %d px) and no unit is given; choose oracle_unit: px if that is right, or the length they are in.",
				file, right, down, frame.title(), frame.width(), frame.height());
		return this;
	}
}
