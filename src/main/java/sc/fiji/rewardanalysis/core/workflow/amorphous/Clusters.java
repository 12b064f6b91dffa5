package sc.fiji.rewardanalysis.core.workflow.amorphous;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.clustering.ClusterModel;
import sc.fiji.rewardanalysis.core.clustering.Memberships;
import sc.fiji.rewardanalysis.core.clustering.Points;
import sc.fiji.rewardanalysis.core.feature.GeometryFeature;

/**
 * Atoms that were clustered.
 *
 * @param clustering how
 * @param atoms which atoms have features, ascending; the others lie too close to the border
 * @param features a row for each of these
 * @param model the components
 * @param memberships what belongs to which of them
 */
public record Clusters(Clustering clustering, int[] atoms, Points features, ClusterModel model,
	Memberships memberships)
{

	public Clusters {
		Checks.given("clustering", clustering);
		Checks.given("atoms", atoms);
		Checks.given("features", features);
		Checks.given("model", model);
		Checks.given("memberships", memberships);
	}

	/** How many of the features are principal components of the image: the first ones. */
	public int principalComponents() {
		return switch (clustering.features()) {
			case PIXELS -> features.dimension();
			case GEOMETRY -> 0;
			case BOTH -> features.dimension() - GeometryFeature.values().length;
		};
	}

	/**
	 * Which component is the amorphous one.
	 *
	 * @param disorder by atom, those without features too
	 */
	int amorphous(final AmorphousRule rule, final double[] disorder) {
		int best = -1;
		double most = Double.NEGATIVE_INFINITY;
		for (int c = 0; c < model.components(); c++) {
			final double value = switch (rule) {
				case DISORDER -> meanDisorder(c, disorder);
				case SPREAD -> totalVariance(c);
				case RAREST -> -model.weights()[c];
			};
			if (best >= 0 && !(value > most)) continue;
			best = c;
			most = value;
		}
		return best;
	}

	private double meanDisorder(final int component, final double[] disorder) {
		double sum = 0, weight = 0;
		for (int i = 0; i < atoms.length; i++) {
			final double p = memberships.probability(i, component);
			sum += p * disorder[atoms[i]];
			weight += p;
		}
		return weight > 0 ? sum / weight : Double.NEGATIVE_INFINITY;
	}

	/** Of the atoms themselves: a model with tied covariances says the same of all components. */
	private double totalVariance(final int component) {
		final double[] mean = model.mean(component);
		double sum = 0, weight = 0;
		for (int i = 0; i < atoms.length; i++) {
			final double p = memberships.probability(i, component);
			for (int k = 0; k < mean.length; k++) {
				final double distance = features.get(i, k) - mean[k];
				sum += p * distance * distance;
			}
			weight += p;
		}
		return weight > 0 ? sum / weight : Double.NEGATIVE_INFINITY;
	}
}
