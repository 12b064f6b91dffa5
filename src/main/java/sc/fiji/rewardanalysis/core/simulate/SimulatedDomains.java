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

import java.util.List;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * An image of two phases with its truth.
 *
 * @param image width × height; without noise it runs from 0 to 1
 * @param phases of each pixel, row by row: 1 or 2; shared, not to be changed
 * @param grains likewise the number of its grain, from 1
 * @param columns those whose centre lies in the image, from top to bottom
 * @param parameters what it was made from
 */
public record SimulatedDomains(Img<FloatType> image, int[] phases, int[] grains,
	List<Column> columns, DomainParameters parameters)
{

	public SimulatedDomains {
		columns = List.copyOf(columns);
	}

	/**
	 * The phases at points, such as patches' centres.
	 *
	 * @param x px; the nearest pixel counts, outside the image the nearest one of its border
	 * @param y as many
	 */
	public int[] phasesAt(final double[] x, final double[] y) {
		Checks.given("x", x);
		Checks.given("y", y);
		final int[] at = new int[x.length];
		for (int i = 0; i < at.length; i++)
			at[i] = phases[DomainSimulator.index(x[i], y[i], parameters.width(), parameters.height())];
		return at;
	}
}
