package sc.fiji.rewardanalysis.core.workflow.series;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Area;

/** Where the frames of a series come from, one at a time. */
public interface SeriesSource {

	/** How many frames there are. */
	int size();

	/** What is analysed of each frame, in its coordinates. */
	Area area();

	/**
	 * Reads a frame; nothing keeps it.
	 *
	 * @param index from 0
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if it can't be read
	 */
	Frame read(int index);

	/**
	 * A frame.
	 *
	 * @param pixels two-dimensional, all frames of one size
	 * @param hash SHA-256 of the pixels as big-endian floats
	 */
	record Frame(RandomAccessibleInterval<FloatType> pixels, String hash) {}
}
