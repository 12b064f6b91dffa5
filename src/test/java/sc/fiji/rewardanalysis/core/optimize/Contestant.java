package sc.fiji.rewardanalysis.core.optimize;

import java.util.function.Supplier;

/** The engines that {@link OptimizerStudy} compares. */
enum Contestant {

		BAYESIAN("Bayesian", BayesianEngine::new),
		SCALARISED("Scalarised", ScalarisedEngine::new),
		NSGA2("NSGA-II", NsgaEngine::new),
		SOBOL("Sobol", SobolEngine::new),
		RANDOM("random", RandomEngine::new);

	final String title;
	private final Supplier<Engine> engine;

	Contestant(final String title, final Supplier<Engine> engine) {
		this.title = title;
		this.engine = engine;
	}

	/** A new one, since some remember what saves time. */
	Engine engine() {
		return engine.get();
	}
}
