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

import java.util.SplittableRandom;

/** What the walls between two phases look like; their place is random. */
public enum DomainWalls {

	/** Parallel straight bands, 0.3 of the image's smaller side wide, in a random direction. */
	STRAIGHT,

	/** A disc of half the smaller side's diameter, and a bay at the lower edge. */
	CURVED;

	/** Whether a pixel belongs to the second phase. */
	interface Second {

		boolean at(double x, double y);
	}

	Second place(final SplittableRandom random, final int width, final int height) {
		final double side = Math.min(width, height);
		if (this == STRAIGHT) {
			final double angle = Math.PI * random.nextDouble(), start = random.nextDouble();
			final double cos = Math.cos(angle), sin = Math.sin(angle);
			return (x, y) -> Math.floorMod((int) Math.floor((x * cos + y * sin) / (0.3 * side) + start),
				2) == 1;
		}
		final double cx = (0.3 + 0.4 * random.nextDouble()) * (width - 1);
		final double cy = (0.3 + 0.1 * random.nextDouble()) * (height - 1);
		final double phase = 2 * Math.PI * random.nextDouble();
		return (x, y) -> Math.hypot(x - cx, y - cy) < 0.25 * side || y > height - side * (0.2 + 0.07 *
			Math.sin(phase + 2 * Math.PI * x / width));
	}
}
