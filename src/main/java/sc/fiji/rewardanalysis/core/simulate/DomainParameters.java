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

package sc.fiji.rewardanalysis.core.simulate;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * Everything an image of two phases depends on.
 *
 * @param first the first phase, label 1
 * @param second the second phase, label 2; where both cells are the same they share one
 *          lattice, whose motif changes at the wall
 * @param width image width, px
 * @param height image height, px
 * @param pixelSize size of a pixel, nm
 * @param walls between the phases
 * @param grains in-plane rotated grains, which have nothing to do with the phases: cells of as
 *          many random points
 * @param rotation of the first grain, degrees, from +x towards +y
 * @param spread the other grains are rotated by up to so much more or less, degrees, evenly
 *          spaced, in a random order
 * @param sigma standard deviation of a column's peak, nm
 * @param displacement standard deviation of each column's static displacement along x and
 *          along y, nm
 * @param noise standard deviation of the Gaussian noise on the image of range 0 to 1
 * @param seed of all random numbers; the same seed gives the same bytes
 */
public record DomainParameters(Lattice first, Lattice second, int width, int height,
	double pixelSize, DomainWalls walls, int grains, double rotation, double spread, double sigma,
	double displacement, double noise, long seed)
{

	public DomainParameters {
		Checks.given("first phase", first);
		Checks.given("second phase", second);
		Checks.within("width", width, 8, 1 << 14);
		Checks.within("height", height, 8, 1 << 14);
		Checks.within("pixel_size (nm)", pixelSize, 1e-4, 1);
		Checks.given("walls", walls);
		Checks.within("number of grains", grains, 1, 1000);
		Checks.finite("rotation", rotation);
		Checks.within("spread of rotations (degrees)", spread, 0, 180);
		Checks.within("sigma (nm)", sigma, 1e-4, 1);
		Checks.within("displacement (nm)", displacement, 0, 1);
		Checks.atLeast("noise", noise, 0);
	}

	/** The same specimen with other noise. */
	public DomainParameters withNoise(final double noise) {
		return new DomainParameters(first, second, width, height, pixelSize, walls, grains, rotation,
			spread, sigma, displacement, noise, seed);
	}

	/** The same with all random numbers drawn anew. */
	public DomainParameters withSeed(final long seed) {
		return new DomainParameters(first, second, width, height, pixelSize, walls, grains, rotation,
			spread, sigma, displacement, noise, seed);
	}
}
