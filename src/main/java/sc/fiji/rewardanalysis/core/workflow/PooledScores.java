package sc.fiji.rewardanalysis.core.workflow;

import java.util.List;

/**
 * What several images say of the same parameters.
 *
 * @param images one each, in the study's order
 */
public record PooledScores(List<ImageScores> images) {

	public PooledScores {
		images = List.copyOf(images);
	}

	/** Whether the result means something on every image. */
	public boolean isFeasible() {
		return images.stream().allMatch(ImageScores::feasible);
	}

	/** The values of one goal, an image each. */
	public double[] objective(final int goal) {
		return images.stream().mapToDouble(s -> s.objectives()[goal]).toArray();
	}

	/** The values of a held-out reward, an image each; NaN if it can't be told. */
	public double[] metric(final String name) {
		return images.stream().mapToDouble(s -> s.metrics().getOrDefault(name, Double.NaN)).toArray();
	}
}
