package sc.fiji.rewardanalysis.core.optimize;

import java.util.SplittableRandom;

import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Points that fill the unit cube evenly: Sobol's sequence with the directions of
 * Joe &amp; Kuo 2008 (SIAM J. Sci. Comput. 30:2635, doi:10.1137/070709359), shifted
 * digit by digit by a random binary number an axis. The shift keeps every property
 * of the sequence and takes its points off the corners.
 */
final class ShiftedSobol {

	private static final int BITS = 52;
	private static final double CELLS = 1L << BITS;

	private final SobolSequenceGenerator generator;
	private final long[] shift;

	/** From the first point on. */
	ShiftedSobol(final int dimension, final SplittableRandom random) {
		generator = new SobolSequenceGenerator(dimension);
		shift = random.longs(dimension).map(bits -> bits >>> Long.SIZE - BITS).toArray();
	}

	/** The point of that index, from 0. */
	double[] at(final int index) {
		return shifted(generator.skipTo(index));
	}

	/** The point after the last one given. */
	double[] next() {
		return shifted(generator.nextVector());
	}

	private double[] shifted(final double[] point) {
		for (int i = 0; i < point.length; i++)
			point[i] = (((long) (point[i] * CELLS) ^ shift[i]) + 0.5) / CELLS;
		return point;
	}
}
