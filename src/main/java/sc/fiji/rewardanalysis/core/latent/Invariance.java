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

import java.util.ArrayList;
import java.util.List;

/**
 * What the content of a patch doesn't depend on. What it is rotated or shifted by is told
 * by latents of its own, in pyroVED's order: angle, shift in x, shift in y.
 */
public enum Invariance {

	/** Nothing: a fully connected decoder draws all pixels at once. */
	NONE,

	/** Shifts: a decoder of coordinates, which are shifted. */
	SHIFT,

	/** Rotations about the patch's centre. */
	ROTATION,

	/** Both; coordinates are rotated first, then shifted. */
	SHIFT_AND_ROTATION;

	/** Whether a latent is the angle. */
	public boolean rotates() {
		return this == ROTATION || this == SHIFT_AND_ROTATION;
	}

	/** Whether two latents are the shift. */
	public boolean shifts() {
		return this == SHIFT || this == SHIFT_AND_ROTATION;
	}

	/** Names of the latents that aren't content, in their order. */
	public List<String> names() {
		final List<String> names = new ArrayList<>();
		if (rotates()) names.add("angle");
		if (shifts()) names.addAll(List.of("dx", "dy"));
		return List.copyOf(names);
	}
}
