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

package sc.fiji.rewardanalysis.core.io;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.lattice.Lattice;

/**
 * What belongs to regions that were found with given parameters: where image and atoms came
 * from, and how it was asked for.
 *
 * @param imageName the image's title
 * @param imageWidth px, of the whole image
 * @param imageHeight px, of the whole image
 * @param x left edge of the analysed box in the image, px
 * @param y its upper edge, px
 * @param width its width, px
 * @param height its height, px
 * @param hash SHA-256 of the analysed pixels as big-endian floats
 * @param atoms where the atoms came from, to follow "Atoms from "
 * @param lattice the crystal; null if it isn't known
 * @param seed of the model's random starts
 * @param seconds what the whole run took
 * @param macro the macro line that repeats it
 */
public record RegionRun(String imageName, int imageWidth, int imageHeight, int x, int y,
	int width, int height, String hash, String atoms, Lattice lattice, long seed, double seconds,
	String macro)
{

	public RegionRun {
		Checks.given("image name", imageName);
		Checks.given("hash", hash);
		Checks.given("origin of the atoms", atoms);
		Checks.given("macro", macro);
	}
}
