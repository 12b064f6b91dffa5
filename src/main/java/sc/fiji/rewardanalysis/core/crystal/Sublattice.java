package sc.fiji.rewardanalysis.core.crystal;

/** Whose offset from its neighbours is mapped; of an unknown crystal the last or first site's. */
public enum Sublattice {
		LIGHTEST, HEAVIEST
}
