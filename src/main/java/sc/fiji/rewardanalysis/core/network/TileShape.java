package sc.fiji.rewardanalysis.core.network;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The sizes of input that a network takes.
 *
 * @param multiple what sides must be a multiple of: 2 to the number of its poolings
 * @param reach how far away a pixel may be, px, and still change the answer: where tiles
 *          overlap by that, their answers are those of the whole image
 * @param width the only width it takes, px; 0 for any
 * @param height the only height, px; 0 for any
 */
public record TileShape(int multiple, int reach, int width, int height) {

	/** @throws RewardAnalysisException if a fixed side isn't a multiple */
	public TileShape {
		Checks.atLeast("multiple of the network's sides", multiple, 1);
		Checks.atLeast("reach of the network (px)", reach, 0);
		Checks.atLeast("width of the network's input (px)", width, 0);
		Checks.atLeast("height of the network's input (px)", height, 0);
		if ((width == 0) != (height == 0)) throw new RewardAnalysisException(
			"The network's input is %d x %d px; fix both sides or neither.", width, height);
		if (width % multiple != 0 || height % multiple != 0) throw new RewardAnalysisException(
			"The network's input is %d x %d px, but its sides must be multiples of %d.", width, height,
			multiple);
	}

	/** Any size whose sides are a multiple of this. */
	public static TileShape any(final int multiple, final int reach) {
		return new TileShape(multiple, reach, 0, 0);
	}

	/** Whether only one size is taken. */
	public boolean isFixed() {
		return width > 0;
	}
}
