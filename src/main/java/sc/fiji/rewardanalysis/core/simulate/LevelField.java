package sc.fiji.rewardanalysis.core.simulate;

/** A function of the plane; where it is above some level, the specimen is amorphous. */
interface LevelField {

	/** Puts the values of row {@code y} into {@code row}, pixel by pixel. */
	void row(int y, float[] row);
}
