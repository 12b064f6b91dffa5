package sc.fiji.rewardanalysis.core.detect;

/** How atoms stand out from what is between them. */
public enum Contrast {
		/** Bright atoms on a dark ground: HAADF, ADF. */
		BRIGHT,
		/** Dark atoms on a bright ground: BF, ABF. */
		DARK
}
