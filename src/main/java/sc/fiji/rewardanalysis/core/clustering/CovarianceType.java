package sc.fiji.rewardanalysis.core.clustering;

/** What shapes the components of a mixture may have. */
public enum CovarianceType {
		/** Each component is an ellipsoid of its own. */
		FULL,
		/** All components are the same ellipsoid. */
		TIED,
		/** Each component is an ellipsoid whose axes are those of the space. */
		DIAGONAL,
		/** Each component is a sphere of its own. */
		SPHERICAL
}
