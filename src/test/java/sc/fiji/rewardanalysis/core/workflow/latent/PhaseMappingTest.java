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

package sc.fiji.rewardanalysis.core.workflow.latent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.latent.FakeTrainer;
import sc.fiji.rewardanalysis.core.latent.Invariance;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.PatchOptions;
import sc.fiji.rewardanalysis.core.latent.PatchScale;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.SegmentationOptions;
import sc.fiji.rewardanalysis.core.latent.SegmentationOptions.Method;
import sc.fiji.rewardanalysis.core.latent.VaeSettings;

/** {@link PhaseMapping} with a trainer that needs no network. */
class PhaseMappingTest {

	private static final int WIDTH = 96, HEIGHT = 80;

	private static final SegmentationOptions OTSU = new SegmentationOptions(Method.OTSU, 2, 0, 1, 0.3, 1);

	/** Dark on the left, bright on the right; no patch has as much of both. */
	private static PhaseScene halves(final double pixelSize) {
		final float[] pixels = new float[WIDTH * HEIGHT];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (i % WIDTH < WIDTH / 2 - 2 ? 1 : 3) + 0.01f * (i % 7);
		return new PhaseScene(ArrayImgs.floats(pixels, WIDTH, HEIGHT), Area.image(WIDTH, HEIGHT), List.of(),
			pixelSize);
	}

	private static PhaseSettings settings(final int epochs, final SegmentationOptions segmentation) {
		return new PhaseSettings(new PatchOptions(8, 4, PatchScale.ALL), VaeSettings.DEFAULTS.withEpochs(
			epochs).withBatch(10).withContent(3), segmentation);
	}

	private static PhaseResult run(final PhaseScene scene, final PhaseSettings settings) {
		return new PhaseMapping(scene, settings, new FakeTrainer()).run(null, m -> {}, Progress.NONE);
	}

	@ParameterizedTest
	@EnumSource(Method.class)
	void twoHalvesAreTwoPhasesWithTheBoundaryBetweenThem(final Method method) {
		final PhaseResult result = run(halves(0.5), settings(3, new SegmentationOptions(method, 2, 0, 1, 0.3,
			1)));
		assertTrue(result.isFeasible());
		assertEquals(List.of("z3"), result.maps().collapsed());
		assertEquals(method == Method.OTSU ? 1 : 2, result.segmentation().used().size());
		// A straight line down all 19 rows of patches, 4 px and 0.5 nm each.
		assertEquals(19 * 4 * 0.5, result.boundary(), 0.1 * 19 * 4 * 0.5);
		final int[] labels = result.phases().labels();
		assertEquals(labels[40 * WIDTH + 10], labels[70 * WIDTH + 40]);
		assertEquals(labels[40 * WIDTH + 60], labels[10 * WIDTH + 85]);
		assertTrue(labels[40 * WIDTH + 10] != labels[40 * WIDTH + 85]);
		assertEquals(0, labels[0], "the rim has no patch's centre");
		assertTrue(result.notes().get(0).contains("z3"), result.notes().toString());
		assertTrue(result.verdict().contains("nm long"), result.verdict());
	}

	@Test
	void trainingGoesOnToAsManyEpochsAsAskedFor() {
		final PhaseScene scene = halves(Double.NaN);
		final LatentModel first = run(scene, settings(2, OTSU)).model();
		final List<Integer> epochs = new ArrayList<>();
		final PhaseResult more = new PhaseMapping(scene, settings(5, OTSU), new FakeTrainer()).run(first,
			m -> epochs.add(m.history().size()), Progress.NONE);
		assertEquals(List.of(3, 4, 5), epochs);
		assertEquals(run(scene, settings(5, OTSU)).model(), more.model());
		assertSame(first, new PhaseMapping(scene, settings(2, OTSU), new FakeTrainer()).run(first, m -> {},
			Progress.NONE).model());
		assertTrue(more.verdict().contains("px long"), more.verdict());
	}

	/** What the dialog says beforehand: twice the epochs, twice the time; twice the batch, more memory. */
	@Test
	void estimatesGrowWithWhatIsTrained() {
		final PatchSet patches = halves(1).patches(settings(3, OTSU), Progress.NONE);
		final VaeSettings network = VaeSettings.DEFAULTS.withEpochs(10).withBatch(20);
		for (final Invariance invariance : Invariance.values()) {
			final VaeSettings s = network.withInvariance(invariance);
			assertEquals(2, PhaseScene.operations(patches, s.withEpochs(20)) / PhaseScene.operations(patches,
				s), 1e-12);
			assertTrue(PhaseScene.operations(patches, s.withLayers(s.layers() + 1)) > PhaseScene.operations(
				patches, s));
			final long memory = PhaseScene.memory(patches, s);
			assertTrue(memory > 2 * patches.bytes() && memory < 4e9, invariance + ": " + memory);
			assertTrue(PhaseScene.memory(patches, s.withBatch(40)) > memory);
		}
	}

	@Test
	void whatWasLearntBeforeACancelIsKept() {
		final PhaseScene scene = halves(1);
		final StopAfter stop = new StopAfter(4);
		final PhaseResult result = new PhaseMapping(scene, settings(50, OTSU), new FakeTrainer()).run(null,
			m -> stop.epochs++, stop);
		assertEquals(4, result.model().history().size());
		assertTrue(result.notes().get(0).contains("Stopped after epoch 4"));
		final StopAfter now = new StopAfter(0);
		assertThrows(CancellationException.class, () -> new PhaseMapping(scene, settings(50, OTSU),
			new FakeTrainer()).run(null, m -> {}, now));
	}

	/** Cancelled after some epochs; what comes then isn't. */
	private static final class StopAfter implements Progress {

		private final int most;
		private int epochs;

		StopAfter(final int most) {
			this.most = most;
		}

		@Override
		public void update(final double fraction, final String message) {}

		@Override
		public boolean isCanceled() {
			// Patches are cut before.
			return epochs >= most;
		}

		@Override
		public Progress again() {
			return Progress.NONE;
		}
	}

	@Test
	void patchesAroundAtomsPaintWhatIsNearest() {
		final List<Blob> atoms = new ArrayList<>();
		for (int y = 8; y < HEIGHT - 8; y += 8)
			for (int x = 8; x < WIDTH - 8; x += 8)
				atoms.add(new Blob(x, y, 2, 1));
		final PhaseScene raster = halves(1);
		final PhaseResult result = run(new PhaseScene(raster.image(), raster.area(), atoms, 1),
			new PhaseSettings(new PatchOptions(7, 0, PatchScale.ALL), VaeSettings.DEFAULTS.withEpochs(1)
				.withBatch(10), new SegmentationOptions(Method.OTSU, 2, 1, 0, 0.3, 1)));
		assertFalse(result.maps().patches().isRaster());
		final int[] labels = result.phases().labels();
		assertEquals(1, labels[40 * WIDTH + 12]);
		assertEquals(2, labels[40 * WIDTH + 80]);
		assertEquals(HEIGHT - 16 + 8, result.boundary(), 9);
	}

	@Test
	void classesCanBeToldApartAnew() {
		final PhaseResult two = run(halves(1), settings(1, OTSU));
		final PhaseResult mixture = two.with(new SegmentationOptions(Method.MIXTURE, 2, 0, 0, 0.3, 1),
			Progress.NONE);
		assertSame(two.model(), mixture.model());
		assertEquals(List.of("z1", "z2"), mixture.segmentation().used().stream().sorted().toList());
		assertArrayEquals(two.phases().owners(), mixture.phases().owners());
	}

	@Test
	void collapsedLatentsMakeNoPhases() {
		final PhaseResult result = run(halves(1), settings(1, OTSU));
		refused("z3 has collapsed", () -> result.with(new SegmentationOptions(Method.OTSU, 2, 3, 1, 0.3, 1),
			Progress.NONE));
		refused("no latent z4", () -> result.with(new SegmentationOptions(Method.OTSU, 2, 4, 1, 0.3, 1),
			Progress.NONE));
	}

	@Test
	void whatDoesNotFitIsRefused() {
		refused("fewer than a batch of 1000", () -> run(halves(1), new PhaseSettings(new PatchOptions(8, 4,
			PatchScale.ALL), VaeSettings.DEFAULTS.withBatch(1000), OTSU)));
		final LatentModel saved = run(halves(1), settings(1, OTSU)).model();
		refused("8 x 8 points, these have 10 x 10", () -> new PhaseMapping(halves(1), new PhaseSettings(
			new PatchOptions(10, 4, PatchScale.ALL), VaeSettings.DEFAULTS.withBatch(10), OTSU),
			new FakeTrainer()).run(saved, m -> {}, Progress.NONE));
		refused("number of classes", () -> new SegmentationOptions(Method.OTSU, 6, 0, 1, 0.3, 1));
	}

	private static void refused(final String words, final Runnable task) {
		final String message = assertThrows(RewardAnalysisException.class, task::run).getMessage();
		assertTrue(message.contains(words), message);
	}
}
