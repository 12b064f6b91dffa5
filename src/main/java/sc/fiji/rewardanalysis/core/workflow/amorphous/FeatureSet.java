package sc.fiji.rewardanalysis.core.workflow.amorphous;

/** What atoms are told apart by. */
public enum FeatureSet {
		/** The image around each. */
		PIXELS,
		/** How regular the positions of its neighbours are. */
		GEOMETRY,
		/** Both side by side. */
		BOTH;

	/** Whether patches of the image are among them. */
	public boolean hasPixels() {
		return this != GEOMETRY;
	}
}
