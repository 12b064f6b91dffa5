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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.detect.Prune;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;

/** The curve of a preview against a detection of its own at each threshold. */
class AtomPreviewTest {

	private static final int SIDE = 30;

	@Test
	void theCurveIsThatOfPruningAtEachThreshold() {
		final Random random = new Random(3);
		for (int trial = 0; trial < 60; trial++) {
			final List<Blob> peaks = new ArrayList<>();
			for (int i = random.nextInt(80); i > 0; i--)
				peaks.add(new Blob(random.nextInt(SIDE + 6) - 3, random.nextInt(SIDE), 1.2 + 0.8 * random
					.nextInt(3), 1 + random.nextInt(40) / 10.0));
			peaks.sort(Comparator.comparingDouble(Blob::response).reversed());
			final double overlap = trial % 5 / 4.0;
			final Area area = Area.image(SIDE, SIDE), counted = area.inset(3);
			final ThresholdCurve curve = new ThresholdCurve(peaks, 0, overlap, area, counted,
				Progress.NONE);
			for (double threshold = 0; threshold < 6; threshold += 0.05) {
				final double t = threshold;
				final List<Blob> atoms = Prune.list(peaks.stream().filter(b -> b.response() > t).toList(),
					overlap).stream().filter(area::contains).toList();
				assertEquals(atoms, curve.atoms(t), "trial " + trial + ", threshold " + t);
				assertEquals(atoms.stream().filter(counted::contains).count(), curve.count(t));
			}
		}
	}

	private static AtomDetection detection(final LogParameters parameters) {
		return new AtomDetection(new Preparation(20, 0.7, Contrast.BRIGHT), Normalization.NOISE,
			parameters, Refinement.NONE, new FitOptions(false, true));
	}

	@Test
	void aPreviewIsWhatTheDetectionFinds() {
		final LogParameters parameters = new LogParameters(1.5, 5, 6, 0.5, 0.1, 0.3, true, 4, 4);
		final var image = Ybco.image().image();
		final AtomPreview preview = AtomPreview.of(detection(parameters), image,
			Ybco.AREA, null, Progress.NONE);
		assertTrue(preview.least() > 0);
		int most = 0;
		for (double threshold = 0; threshold < 10; threshold += 0.8) {
			final List<Blob> found = detection(parameters.withThreshold(threshold)).find(image, Ybco.AREA,
				Progress.NONE).atoms().blobs();
			assertEquals(found, preview.curve().atoms(preview.effective(threshold)), "threshold " +
				threshold);
			most = Math.max(most, found.size());
		}
		assertTrue(most > 40, most + " atoms");
	}

	@Test
	void theMiddleOfASearchFindsWhatTheSearchWouldThere() {
		final AtomFindingTask task = Ybco.task();
		final AtomPreview preview = AtomPreview.of(task, Progress.NONE);
		final LogParameters p = preview.parameters();
		assertEquals(task.analysis().analyse(p, Progress.NONE).atoms(), preview.curve().atoms(p
			.threshold()));
		final AtomPhysics physics = task.physics();
		final int count = preview.curve().count(p.threshold());
		assertTrue(count >= physics.low() && count <= physics.high(), count + " atoms");
		assertTrue(p.minSigma() > task.ranges().minSigma().low() && p.minSigma() < task.ranges()
			.minSigma().high() && p.maxSigma() < task.ranges().maxSigma().high());
	}

	/** Responses 8, 4, 2, 1 that don't overlap: counts 1, 2, 3, 4 in stretches of equal length. */
	private static ThresholdCurve powersOfTwo() {
		final List<Blob> peaks = new ArrayList<>();
		for (int i = 0; i < 4; i++)
			peaks.add(new Blob(10 * i, 0, 1, 8 >> i));
		final Area area = Area.image(40, 1);
		return new ThresholdCurve(peaks, 0.5, 0.5, area, area, Progress.NONE);
	}

	@Test
	void theSuggestedThresholdIsAmidTheBand() {
		final ThresholdCurve curve = powersOfTwo();
		assertEquals(Math.sqrt(2), curve.suggested(3, 3, 3), 1e-12);
		// Counts of 2 and 3: thresholds from 1 to 4.
		assertEquals(2, curve.suggested(2.6, 2, 3), 1e-12);
		assertEquals(Math.sqrt(0.5), curve.suggested(9, 8, 10), 1e-12, "the nearest there is");
		assertEquals(4, curve.count(0.5));
		assertEquals(0, curve.count(8), "a threshold is exclusive");
	}

	@Test
	void lowerThresholdsThanWasKeptAreRefused() {
		Complaints.assertSays(assertThrows(RewardAnalysisException.class, () -> powersOfTwo().count(0.4))
			.getMessage(), "0.4", "0.5");
	}

	@Test
	void cancels() {
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> AtomPreview.of(detection(new LogParameters(1.5, 5,
			6, 0.5, 0.3)), Ybco.image().image(), Ybco.AREA, null, cancelled));
	}
}
