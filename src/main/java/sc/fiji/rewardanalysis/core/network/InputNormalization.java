package sc.fiji.rewardanalysis.core.network;

/** How an image's grey values are given to a network: as a whole, never tile by tile. */
public enum InputNormalization {

		/** From 0 to 1 between the smallest and the largest value; AtomAI's. */
		MIN_MAX,

		/** Mean 0, standard deviation 1. */
		STANDARD,

		/** As they are. */
		NONE
}
