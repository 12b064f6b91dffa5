package sc.fiji.rewardanalysis.core.compare;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Position;

/**
 * A place where an oracle says an atom is.
 *
 * @param x column coordinate, px, pixel centres at integers
 * @param y row coordinate, px
 * @param kind the name of its class; empty if it has none
 */
public record OraclePoint(double x, double y, String kind) implements Position {

	public OraclePoint {
		Checks.finite("x of an oracle's point", x);
		Checks.finite("y of an oracle's point", y);
		kind = Checks.given("class of an oracle's point", kind).strip();
	}

	/** Without a class. */
	public OraclePoint(final double x, final double y) {
		this(x, y, "");
	}
}
