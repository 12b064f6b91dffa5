package sc.fiji.rewardanalysis.core.refine;

/** How positions are refined below a pixel. */
public enum Refinement {

		/** Not at all: the pixel of the LoG maximum. */
		NONE,

		/** The vertex of a quadratic through the 3 × 3 LoG responses around the maximum. */
		QUADRATIC,

		/** A two-dimensional Gaussian on a constant background, fitted to the pixels. */
		GAUSSIAN
}
