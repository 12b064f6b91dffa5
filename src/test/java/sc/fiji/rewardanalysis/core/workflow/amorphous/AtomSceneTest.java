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

package sc.fiji.rewardanalysis.core.workflow.amorphous;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.real.FloatType;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.AmorphousYbco;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.clustering.CovarianceType;
import sc.fiji.rewardanalysis.core.feature.PatchNormalization;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;

/** What didn't change isn't computed again: the image is read only when patches are cut. */
class AtomSceneTest {

	private static final SimulatedImage IMAGE = AmorphousYbco.image(null);

	private final AtomicLong reads = new AtomicLong();
	private final AtomScene scene = new AtomScene(counted(), Area.image(AmorphousYbco.SIZE,
		AmorphousYbco.SIZE), AmorphousYbco.atoms(IMAGE), AmorphousYbco.PIXEL, Ybco.LATTICE, 1,
		Progress.NONE);

	private RandomAccessibleInterval<FloatType> counted() {
		return Converters.convert(IMAGE.image(), (in, out) -> {
			reads.incrementAndGet();
			out.setReal(in.getRealDouble());
		}, new FloatType());
	}

	private static Clustering clustering(final FeatureSet features, final double window,
		final PatchNormalization normalization, final int dimensions, final ModelType model,
		final CovarianceType covariance, final int components)
	{
		return new Clustering(features, window, normalization, dimensions, model, covariance, components);
	}

	private static Clustering pixels(final double window, final PatchNormalization normalization,
		final int dimensions)
	{
		return clustering(FeatureSet.PIXELS, window, normalization, dimensions, ModelType.KMEANS, null, 2);
	}

	private long reads(final Clustering clustering) {
		final long before = reads.get();
		scene.clusters(clustering, Progress.NONE);
		return reads.get() - before;
	}

	@Test
	void patchesAreCutOncePerWindowAndNormalisation() {
		final PatchNormalization offset = PatchNormalization.OFFSET;
		assertEquals(0, reads(clustering(FeatureSet.GEOMETRY, 0, null, 0, ModelType.KMEANS, null, 2)));
		assertTrue(reads(pixels(0.5, offset, 3)) > 0);
		assertEquals(0, reads(pixels(0.5, offset, 3)));
		assertEquals(0, reads(pixels(0.5, offset, 12)));
		for (final CovarianceType type : CovarianceType.values())
			assertEquals(0, reads(clustering(FeatureSet.BOTH, 0.5, offset, 5, ModelType.MIXTURE, type, 3)));
		assertTrue(reads(pixels(0.6, offset, 3)) > 0);
		assertTrue(reads(pixels(0.5, PatchNormalization.STANDARD, 3)) > 0);
		assertEquals(0, reads(pixels(0.6, offset, 4)));
		// Of more components there is one more set, whatever their number.
		assertTrue(reads(pixels(0.5, offset, 13)) > 0);
		assertEquals(0, reads(pixels(0.5, offset, 50)));
		assertEquals(0, reads(pixels(0.5, offset, 2)));
	}

	/** The first components are the same however many are asked for, to the last bit. */
	@Test
	void fewerDimensionsAreTheFirstOnes() {
		final Clusters few = scene.clusters(pixels(0.5, PatchNormalization.OFFSET, 2), Progress.NONE), many =
			scene.clusters(pixels(0.5, PatchNormalization.OFFSET, 7), Progress.NONE);
		assertEquals(2, few.principalComponents());
		assertEquals(7, many.principalComponents());
		for (int i = 0; i < few.features().size(); i++)
			for (int k = 0; k < 2; k++)
				assertEquals(few.features().get(i, k), many.features().get(i, k));
	}

	@Test
	void anEqualClusteringIsTheSameAnswer() {
		final Clusters first = scene.clusters(pixels(0.5, PatchNormalization.OFFSET, 3), Progress.NONE);
		assertSame(first, scene.clusters(pixels(0.5, PatchNormalization.OFFSET, 3), Progress.NONE));
		assertNotSame(first, scene.clusters(pixels(0.5, PatchNormalization.OFFSET, 4), Progress.NONE));
	}
}
