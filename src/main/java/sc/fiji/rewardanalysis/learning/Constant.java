package sc.fiji.rewardanalysis.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * Java's numbers in what is computed from weights. NDArray's own methods that take a Number aren't
 * used in networks and losses: DJL 0.35 makes an array of it in memory of Java's and lets go of that
 * at once. Factors, divisors and exponents PyTorch keeps for the gradient, which then is wrong
 * whenever that memory has been used again. (Summands it doesn't keep; they are made in the same way
 * so that nobody has to know.)
 */
public final class Constant {

	private Constant() {}

	/**
	 * A single number, which lives as long as an array's manager.
	 *
	 * @param like whose data type, device and manager it has
	 */
	public static NDArray number(final NDArray like, final double value) {
		return like.getDataType() == DataType.FLOAT64 ? like.getManager().create(value) : like
			.getManager().create((float) value);
	}
}
