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
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Batches of an epoch. Each patch comes once, in any order, so that a batch tells the mean and the
 * variance of all; who needs neighbours takes one of each patch along.
 */
public final class PatchBatches {

	private PatchBatches() {}

	/** Any patches together; what is left over is shared out among as many batches as fit. */
	public static List<int[]> shuffled(final int patches, final int batch,
		final SplittableRandom random)
	{
		final int[] order = order(patches, random);
		final int count = Math.max(1, order.length / batch);
		final List<int[]> batches = new ArrayList<>();
		for (int i = 0; i < count; i++)
			batches.add(Arrays.copyOfRange(order, (int) ((long) i * order.length / count), (int) ((i +
				1L) * order.length / count)));
		return batches;
	}

	/**
	 * A neighbour of each patch, any one of them; the patch itself where it has none.
	 *
	 * @param neighbours of all patches
	 * @param chosen those asked for
	 */
	public static int[] beside(final int[][] neighbours, final int[] chosen,
		final SplittableRandom random)
	{
		return Arrays.stream(chosen).map(patch -> neighbours[patch].length == 0 ? patch
			: neighbours[patch][random.nextInt(neighbours[patch].length)]).toArray();
	}

	private static int[] order(final int count, final SplittableRandom random) {
		final int[] order = new int[count];
		Arrays.setAll(order, i -> i);
		for (int i = count - 1; i > 0; i--) {
			final int j = random.nextInt(i + 1), value = order[i];
			order[i] = order[j];
			order[j] = value;
		}
		return order;
	}
}
