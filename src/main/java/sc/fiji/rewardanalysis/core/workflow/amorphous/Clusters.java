/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

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
