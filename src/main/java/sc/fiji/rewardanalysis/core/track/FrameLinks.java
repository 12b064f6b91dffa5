package sc.fiji.rewardanalysis.core.track;

/**
 * How a frame was linked to those before.
 *
 * @param frame index, from 0
 * @param columns how many it has
 * @param linked of these the ones that continue a track
 * @param fresh of these the ones that begin one
 * @param lost tracks that the last linked frame has and this one hasn't
 * @param left of these the ones that drifted out of the field of view
 * @param dx common displacement of the linked columns since the last linked frame, px
 * @param dy likewise
 * @param totalX the drift since the first frame, px
 * @param totalY likewise
 * @param residual root of the mean squared distance of linked columns from where the common
 *          displacement takes them, px; NaN without any
 * @param isLinked false if the frame was passed over: no column of it is on a track
 */
public record FrameLinks(int frame, int columns, int linked, int fresh, int lost, int left,
	double dx, double dy, double totalX, double totalY, double residual, boolean isLinked)
{}
