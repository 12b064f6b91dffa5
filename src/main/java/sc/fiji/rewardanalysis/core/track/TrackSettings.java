package sc.fiji.rewardanalysis.core.track;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * How columns are followed.
 *
 * @param spacing distance of neighbouring columns in the ideal crystal, px
 * @param tolerance how far a column may be from where it is expected, px, inclusive
 * @param maxGap for how many frames in a row a column may be missing, 0 or more
 * @param reach how far the drift from one frame to the next may be from the expected one, px
 */
public record TrackSettings(double spacing, double tolerance, int maxGap, double reach) {

	/** The usual tolerance in units of the spacing: below a half no two columns compete. */
	private static final double TOLERANCE = 0.4;

	/** The usual reach in units of the spacing. */
	public static final double REACH = 8;

	public TrackSettings {
		Checks.positive("distance of neighbouring columns (px)", spacing);
		Checks.positive("link distance (px)", tolerance);
		Checks.atLeast("max_gap", maxGap, 0);
		Checks.atLeast("reach of the drift (px)", reach, tolerance);
	}

	/** With the usual tolerance and reach. */
	public static TrackSettings of(final double spacing, final int maxGap) {
		return new TrackSettings(spacing, TOLERANCE * spacing, maxGap, REACH * spacing);
	}
}
