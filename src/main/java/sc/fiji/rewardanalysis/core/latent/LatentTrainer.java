package sc.fiji.rewardanalysis.core.latent;

import java.nio.file.Path;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Progress;

/**
 * Trains models of patches. A cancel ends a training and keeps the last finished epoch; so does a
 * loss that is no number. Then the model's advice says so.
 */
public interface LatentTrainer {

	/**
	 * Trains from the beginning.
	 *
	 * @param after hears of the model after each epoch, on the calling thread
	 */
	LatentModel train(PatchSet patches, VaeSettings settings, Consumer<LatentModel> after,
		Progress progress);

	/**
	 * Goes on, to the last bit as if it had not been stopped if the patches are the same.
	 *
	 * @param epochs in all, those before counted
	 */
	LatentModel resume(LatentModel earlier, PatchSet patches, int epochs, Consumer<LatentModel> after,
		Progress progress);

	/**
	 * Reads what {@link LatentModel#save} has written.
	 *
	 * @throws sc.fiji.rewardanalysis.core.RewardAnalysisException if it is no such file
	 */
	LatentModel read(Path file);
}
