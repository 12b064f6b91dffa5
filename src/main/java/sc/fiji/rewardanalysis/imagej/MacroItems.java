package sc.fiji.rewardanalysis.imagej;

/** Where the atoms, particles or points are that a macro leaves. */
public enum MacroItems {

		/** The first of the others that has any. */
		AUTOMATIC,

		/** Its selection: points, or the parts of an area. */
		SELECTION,

		/** What it has put into the ROI Manager. */
		MANAGER,

		/** What it has put into the overlay. */
		OVERLAY,

		/** The columns X and Y of its Results. */
		RESULTS
}
