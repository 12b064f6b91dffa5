package sc.fiji.rewardanalysis.imagej;

/** Where the atoms come from that a command goes on with. */
public enum AtomSource {

		/** The file if one is given, else the overlay if it has atoms, else the point selection. */
		AUTOMATIC,

		/** What a command of ours has left in the image's overlay. */
		OVERLAY,

		/** The points of the image's selection. */
		SELECTION,

		/** Points and ovals of ImageJ's ROI Manager. */
		MANAGER,

		/** A table in a file. */
		FILE
}
