package sc.fiji.rewardanalysis.core.crystal;

/** Which measure of strain. With D = ∇u and F = 1 + D. */
public enum StrainKind {

		/** ½ (D + Dᵀ). */
		SMALL,

		/** ½ (FᵀF − 1). */
		GREEN_LAGRANGE
}
