package sc.fiji.rewardanalysis.core.feature;

/** What {@link NeighbourhoodGeometry} tells of each atom. */
public enum GeometryFeature {
		/** Distance from where the atoms one cell away say that it should be. */
		DISPLACEMENT("displacement", "nm", true),
		/** Share of the atoms one cell away that aren't there, 0 to 1. */
		MISSING_PARTNERS("missing_partners", "", true),
		/** |ψₙ| of the n nearest neighbours, 0 to 1; 1 is perfect. */
		BOND_ORDER("bond_order", "", false),
		/** Standard deviation of the distances to the n nearest neighbours over their mean. */
		DISTANCE_SPREAD("distance_spread", "", true);

	private final String key, unit;
	private final boolean growing;

	GeometryFeature(final String key, final String unit, final boolean growing) {
		this.key = key;
		this.unit = unit;
		this.growing = growing;
	}

	/** Its name in tables and files. */
	public String key() {
		return key;
	}

	/** Its unit, empty for a mere number. */
	public String unit() {
		return unit;
	}

	/** Whether it is the larger, the more disordered the surroundings are. */
	public boolean growsWithDisorder() {
		return growing;
	}
}
