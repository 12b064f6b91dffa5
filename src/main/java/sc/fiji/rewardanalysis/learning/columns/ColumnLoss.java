package sc.fiji.rewardanalysis.learning.columns;

import static sc.fiji.rewardanalysis.learning.Constant.number;

import ai.djl.ndarray.NDArray;

/**
 * How far a network's answer is from its target: the mean binary cross entropy of the pixels, which
 * makes answers probabilities, and half of the soft Dice loss (Milletari et al. 2016, 3DV), which
 * asks for whole discs where columns are few:
 *
 * <pre>
 * mean(max(z, 0) − z t + log(1 + exp(−|z|))) + ½ (1 − (2 Σ p t + 1) / (Σ p + Σ t + 1))
 * </pre>
 *
 * with logits z, p = 1 / (1 + exp(−z)), targets t; sums over the batch.
 */
final class ColumnLoss {

	private static final double DICE = 0.5;

	private ColumnLoss() {}

	/** A single number. */
	static NDArray of(final NDArray logits, final NDArray target) {
		final NDArray one = number(logits, 1);
		final NDArray entropy = logits.getNDArrayInternal().relu().sub(logits.mul(target)).add(logits
			.abs().neg().exp().add(one).log()).mean();
		final NDArray p = logits.getNDArrayInternal().sigmoid();
		final NDArray common = p.mul(target).sum();
		final NDArray overlap = common.add(common).add(one).div(p.sum().add(target.sum()).add(one));
		return entropy.add(overlap.neg().add(one).mul(number(logits, DICE)));
	}
}
