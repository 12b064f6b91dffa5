package sc.fiji.rewardanalysis.core.track;

import sc.fiji.rewardanalysis.core.Position;

/**
 * A column in one frame.
 *
 * @param frame index, from 0
 * @param column its index among the columns of the frame
 * @param x px
 * @param y px
 * @param fixedX without the drift: in the coordinates of the first frame, px
 * @param fixedY likewise
 */
public record TrackPoint(int frame, int column, double x, double y, double fixedX, double fixedY)
	implements Position
{}
