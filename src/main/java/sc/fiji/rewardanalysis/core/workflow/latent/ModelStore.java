package sc.fiji.rewardanalysis.core.workflow.latent;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import sc.fiji.rewardanalysis.core.latent.LatentModel;

/** Networks of a search, by the weight of their physics loss, so that none is trained twice. */
public interface ModelStore {

	/** The network of a weight, which may have been cancelled before its last epoch. */
	Optional<LatentModel> get(double weight);

	/** Keeps the network of a weight in place of the one before. */
	void put(double weight, LatentModel model);

	/** One in memory. */
	static ModelStore inMemory() {
		final Map<Double, LatentModel> models = new ConcurrentHashMap<>();
		return new ModelStore() {

			@Override
			public Optional<LatentModel> get(final double weight) {
				return Optional.ofNullable(models.get(weight));
			}

			@Override
			public void put(final double weight, final LatentModel model) {
				models.put(weight, model);
			}
		};
	}
}
