package sc.fiji.rewardanalysis.imagej;

/** Where an oracle comes from. */
public enum OracleSource {

		/** The file if one is given, else the point selection. */
		AUTOMATIC,

		/** A table, TrackMate's XML, ROIs or a probability map. */
		FILE,

		/** The points of the image's selection. */
		SELECTION,

		/** The overlay of an open image. */
		OVERLAY,

		/** ImageJ's ROI Manager. */
		MANAGER,

		/** A table that is open, such as ImageJ's Results. */
		TABLE,

		/** An open image that is a probability map. */
		MAP,

		/** A neural network, which whoever asks runs himself. */
		NETWORK
}
