package sc.fiji.rewardanalysis.core.io.points;

import java.util.Optional;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What a person says of a table of points.
 *
 * @param x heading of the column of x, or its number from 1; empty to recognise it
 * @param y likewise
 * @param kind heading of the column of classes; empty to recognise it
 * @param unit of x and y; empty to recognise it
 */
public record OracleColumns(String x, String y, String kind, Optional<PointUnit> unit) {

	/** Everything is recognised. */
	public static final OracleColumns AUTOMATIC = new OracleColumns("", "", "", Optional.empty());

	public OracleColumns {
		x = x.strip();
		y = y.strip();
		kind = kind.strip();
		if (x.isEmpty() != y.isEmpty()) throw new RewardAnalysisException(
			"Only one of oracle_x and oracle_y is given; give both columns, or none to have them recognised.");
	}
}
