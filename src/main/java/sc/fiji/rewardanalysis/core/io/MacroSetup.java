package sc.fiji.rewardanalysis.core.io;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * What the user said of a search for a macro's values besides where and for what.
 *
 * @param lattice the crystal; null if it isn't known
 * @param pixelSize nm; NaN if it isn't known
 * @param items which of the macro's leavings are judged, a word
 * @param secondsLimit after which a macro is stopped
 */
public record MacroSetup(Lattice lattice, double pixelSize, String items, double secondsLimit) {

	public MacroSetup {
		Checks.given("items", items);
		Checks.positive("seconds_limit", secondsLimit);
	}
}
