package sc.fiji.rewardanalysis.core.latent;

import java.nio.file.Path;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;

/** What was learnt of patches up to some epoch; training goes on from there. Immutable. */
public interface LatentModel {

	/** Columns of the history: the mean of a patch, in nats; the term for short discontinuities. */
	String LOSS = "loss", ELBO = "elbo", RECONSTRUCTION = "reconstruction", KL = "kl", PHYSICS =
		"physics";

	/** Points along a side of its patches. */
	int size();

	/** Of network and training. */
	VaeSettings settings();

	/** What was measured epoch by epoch. */
	TrainingHistory history();

	/** Why there are no more epochs and what to do; empty if all are done. */
	String advice();

	/**
	 * Latents of patches of the same size.
	 *
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	Latents encode(PatchSet patches, Progress progress);

	/**
	 * What it draws for latents.
	 *
	 * @param points by patch, then by latent, in the order of {@link VaeSettings#latentNames}
	 * @return patches, row by row
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	float[][] decode(float[][] points, Progress progress);

	/** Writes all that is needed to go on to one file, whole or not at all. */
	void save(Path file);
}
