package sc.fiji.rewardanalysis.core.clustering;

/** What says how many components there are; the smaller, the better. */
public enum Criterion {
		/** Schwarz's: how well the density is described. Splits a cluster that isn't normal. */
		BIC,
		/** Akaike's: how well it predicts. Tends to too many. */
		AIC,
		/** Integrated completed likelihood: how well clusters are told apart. */
		ICL;

	double of(final ModelSelection.Candidate candidate) {
		return switch (this) {
			case BIC -> candidate.bic();
			case AIC -> candidate.aic();
			case ICL -> candidate.icl();
		};
	}
}
