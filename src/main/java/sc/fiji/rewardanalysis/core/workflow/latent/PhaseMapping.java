package sc.fiji.rewardanalysis.core.workflow.latent;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.LatentTrainer;
import sc.fiji.rewardanalysis.core.latent.PatchSet;

/** Maps the phases of an image: cuts it, trains a network, divides its latents. */
public final class PhaseMapping {

	/** The part of the work that isn't training. */
	private static final double CUT = 0.02, TRAINED = 0.93;

	private final PhaseScene scene;
	private final PhaseSettings settings;
	private final LatentTrainer trainer;

	/** @param settings those of the network count only if it is trained from the beginning */
	public PhaseMapping(final PhaseScene scene, final PhaseSettings settings,
		final LatentTrainer trainer)
	{
		this.scene = Checks.given("scene", scene);
		this.settings = Checks.given("settings", settings);
		this.trainer = Checks.given("trainer", trainer);
	}

	/**
	 * Trains and divides. A cancelled training is divided as it is.
	 *
	 * @param earlier a model to go on from; null to begin
	 * @param after hears of the model after each epoch
	 * @throws CancellationException if cancelled before there is a model
	 */
	public PhaseResult run(final LatentModel earlier, final Consumer<LatentModel> after,
		final Progress progress)
	{
		final PatchSet patches = scene.patches(settings, progress.part(0, CUT));
		if (earlier != null) checkFits(earlier, patches);
		final Progress training = progress.part(CUT, TRAINED);
		final LatentModel model = earlier == null ? trainer.train(patches, settings.network(), after,
			training) : earlier.history().size() >= settings.network().epochs() ? earlier : trainer.resume(
				earlier, patches, settings.network().epochs(), after, training);
		if (model.history().size() == 0) {
			progress.checkCanceled();
			throw new RewardAnalysisException("Nothing was learnt. %s", model.advice());
		}
		return PhaseResult.of(scene, patches, model, settings.segmentation(), progress.again().part(
			TRAINED, 1));
	}

	private static void checkFits(final LatentModel earlier, final PatchSet patches) {
		if (earlier.size() != patches.size()) throw new RewardAnalysisException(
			"The saved network knows patches of %d x %d points, these have %d x %d; choose the patch size that it was trained with.",
			earlier.size(), earlier.size(), patches.size(), patches.size());
	}
}
