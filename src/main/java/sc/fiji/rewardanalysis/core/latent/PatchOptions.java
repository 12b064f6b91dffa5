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

package sc.fiji.rewardanalysis.core.latent;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.feature.PatchWindow;

/**
 * How an image is cut into patches.
 *
 * @param window side of a patch, px of the image, 4 to 1024. Up to 32 a patch has as many points
 *          as pixels; a wider one is sampled at 32 points a side (see {@link PatchWindow})
 * @param stride from a patch to the next one of the raster, px; 0 for patches around atoms
 * @param scale how brightness becomes 0 to 1
 */
public record PatchOptions(int window, int stride, PatchScale scale) {

	/** Smaller patches show nothing. */
	public static final int SMALLEST = 4;

	/** px. */
	private static final int LARGEST = 1024;

	public PatchOptions {
		Checks.given("scale of patches", scale);
		Checks.within("patch size (px)", window, SMALLEST, LARGEST);
		Checks.atLeast("stride (px)", stride, 0);
	}

	/** Whether patches lie around atoms, not on a raster. */
	public boolean isAroundAtoms() {
		return stride == 0;
	}

	/** Where a patch is sampled. */
	PatchWindow sampling() {
		return PatchWindow.of(window);
	}
}
