package sc.fiji.rewardanalysis.core.latent;

import java.util.List;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What an encoder says of patches: a normal distribution of each latent. Units are those of
 * the prior N(0, 1); {@link VaeSettings#scale} makes rad and px of them. Arrays aren't copied.
 *
 * @param names of the latents, as {@link VaeSettings#latentNames}
 * @param means by latent, then by patch
 * @param deviations standard deviations, likewise
 */
public record Latents(List<String> names, float[][] means, float[][] deviations) {

	public Latents {
		names = List.copyOf(names);
		if (means.length != names.size() || deviations.length != names.size())
			throw new RewardAnalysisException("There are %d latents with %d means and %d deviations.",
				names.size(), means.length, deviations.length);
	}

	/** Means of the latent of that name, by patch. */
	public float[] mean(final String name) {
		final int latent = names.indexOf(name);
		if (latent < 0) throw new RewardAnalysisException("There is no latent %s; there are %s.", name,
			names);
		return means[latent];
	}

	/** How many patches. */
	public int patches() {
		return means[0].length;
	}

	/** Means by patch, then by latent, as a decoder takes them. */
	public float[][] points() {
		final float[][] points = new float[patches()][means.length];
		for (int latent = 0; latent < means.length; latent++)
			for (int i = 0; i < points.length; i++)
				points[i][latent] = means[latent][i];
		return points;
	}
}
