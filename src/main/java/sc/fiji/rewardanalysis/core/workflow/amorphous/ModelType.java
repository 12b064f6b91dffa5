package sc.fiji.rewardanalysis.core.workflow.amorphous;

/** What finds the classes. */
public enum ModelType {
		/** A Gaussian mixture. */
		MIXTURE,
		/** k-means: hard classes of one size. */
		KMEANS
}
