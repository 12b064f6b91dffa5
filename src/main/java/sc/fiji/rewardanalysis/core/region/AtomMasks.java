package sc.fiji.rewardanalysis.core.region;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Turns a selection of the same atoms into a mask, as often as asked. Thread-safe. */
public interface AtomMasks {

	/** Number of atoms. */
	int size();

	/**
	 * The pixels of the atoms that are selected; nothing outside the analysed area.
	 *
	 * @param selected atom by atom
	 */
	Mask of(boolean[] selected);

	/** Checks that there is one value for each atom. */
	default void checkLength(final int length) {
		if (length != size()) throw new RewardAnalysisException(
			"There are %d atoms but %d values; give one for each atom.", size(), length);
	}
}
