package sc.fiji.rewardanalysis.core.simulate;

import sc.fiji.rewardanalysis.core.Position;

/**
 * A simulated atom column: the truth that a detection is held against.
 *
 * @param x where it was drawn, px, pixel centres at integers
 * @param y likewise
 * @param species of the lattice site
 * @param amplitude height of its peak above the background, in units of the
 *          noise-free image, which runs from 0 to 1
 * @param sigma standard deviation of its Gaussian peak, px
 * @param disordered whether it lies in an amorphous zone
 */
public record Column(double x, double y, String species, double amplitude, double sigma,
	boolean disordered) implements Position
{}
