package sc.fiji.rewardanalysis.core.workflow.atoms;

/**
 * What all detections in one cell of the plane of threshold and overlap find.
 *
 * @param count atoms in the counted area
 * @param errors atoms that the spacing error blames
 * @param threshold in the middle of the cell, on the parameter's own scale
 * @param overlap in the middle of the cell
 * @param size the cell's share of the searched plane
 */
record PlaneOutcome(int count, int errors, double threshold, double overlap, double size) {}
