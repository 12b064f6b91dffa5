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

package sc.fiji.rewardanalysis.core.workflow.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.parallel.Parallelization;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class NoiseStudyTest {

	/** A method that says what it is told, and counts how often it is asked. */
	private static final class Fake implements NoiseMethod {

		private final List<Blob> atoms;
		private int asked;

		Fake(final List<Blob> atoms) {
			this.atoms = atoms;
		}

		@Override
		public String name() {
			return "fake";
		}

		@Override
		public String description() {
			return "A fake.";
		}

		@Override
		public Detected detect(final RandomAccessibleInterval<DoubleType> image,
			final NoiseScene scene, final Progress progress)
		{
			asked++;
			if (atoms == null) throw new RewardAnalysisException("Too much noise.");
			return new Detected(atoms, Map.of("asked", (double) asked));
		}
	}

	private static NoiseResult run(final NoiseStudy study, final NoiseLog log) {
		return study.run(log, Progress.NONE, r -> {});
	}

	private static List<NoiseRun> untimed(final List<NoiseRun> runs) {
		return runs.stream().map(r -> new NoiseRun(r.level(), r.noise(), r.repeat(), r.method(), r
			.scores(), r.parameters(), 0, r.failure())).toList();
	}

	@Test
	void theTruthItselfIsPerfect() {
		final NoiseTruth truth = NoiseTestData.truth();
		final NoiseResult result = run(NoiseTestData.study(NoiseTestData.settings(NoiseLevels.gaussian(1, 1), 2, new Fake(
			truth.atoms())), truth), NoiseLog.NONE);
		assertEquals(3, result.runs().size(), "one without noise, two with");
		for (final NoiseRun run : result.runs()) {
			assertEquals(1, run.scores().f1());
			assertEquals(0, run.scores().rmsd());
			assertEquals(0, run.scores().qc());
			assertEquals(0, run.scores().er());
		}
	}

	/** Moved by less than the distance all match, by more none does. */
	@Test
	void matchesWithinTheDistance() {
		final NoiseTruth truth = NoiseTestData.truth();
		final NoiseStudy study = NoiseTestData.study(NoiseTestData.settings(NoiseLevels.gaussian(1, 1), 1, new Fake(List
			.of())), truth);
		final double px = study.matchDistance() / NoiseTestData.FINDING.pixelSize();
		assertEquals(study.physics().nearestDistance() / 4, study.matchDistance(), 1e-12);
		final NoiseRun.Scores near = study.scores(moved(truth, 0.99 * px), truth), far = study.scores(moved(
			truth, 1.01 * px), truth);
		assertTrue(near.f1() > 0.95, near.toString());
		assertEquals(0.99 * study.matchDistance(), near.rmsd(), 1e-9);
		assertEquals(0, far.f1());
	}

	/** False atoms within half a neighbour's distance of the border are none. */
	@Test
	void theRimIsNotJudged() {
		final NoiseTruth truth = NoiseTestData.truth();
		final NoiseStudy study = NoiseTestData.study(NoiseTestData.settings(NoiseLevels.gaussian(1, 1), 1, new Fake(List
			.of())), truth);
		final double px = study.matchDistance() / NoiseTestData.FINDING.pixelSize();
		final List<Blob> found = new ArrayList<>(truth.atoms());
		for (int y = 20; y < Ybco.SIZE - 20; y++) {
			final Blob rim = new Blob(1, y, 1, 0);
			if (found.stream().allMatch(a -> Math.hypot(a.x() - 1, a.y() - rim.y()) > 1.5 * px)) found.add(rim);
		}
		assertTrue(found.size() > truth.atoms().size() + 3);
		assertEquals(1, study.scores(found, truth).precision());
		found.add(new Blob(100, 100.5, 1, 0));
		assertTrue(study.scores(found, truth).precision() < 1);
	}

	private static List<Blob> moved(final NoiseTruth truth, final double dx) {
		return truth.atoms().stream().map(a -> new Blob(a.x() + dx, a.y(), a.sigma(), 0)).toList();
	}

	@Test
	void nothingFoundIsARowWithItsReason() {
		final NoiseRun run = run(NoiseTestData.study(NoiseTestData.settings(NoiseLevels.gaussian(1, 1), 1, new Fake(null)),
			NoiseTestData.truth()), NoiseLog.NONE).runs().get(1);
		assertEquals("Too much noise.", run.failure());
		assertEquals(0, run.scores().count());
		assertEquals(0, run.scores().f1());
		assertTrue(Double.isNaN(run.scores().er()), "no atoms have no spacing");
		assertTrue(Double.isNaN(run.scores().rmsd()));
	}

	/** Without noise LoG*, which the kept parameters come from, agrees with itself. */
	@Test
	void withoutATruthTheNoiseFreeResultIsIt() {
		final NoiseResult result = NoiseTestData.result(true);
		assertFalse(result.truth().isGiven());
		assertTrue(result.truth().meaning().contains("agreement with the noise-free result"));
		assertEquals(result.atoms(), result.truth().atoms());
		assertTrue(result.quartiles(0, OptimizedLog.NAME, NoiseMetric.F1::of).median() > 0.9);
	}

	/** What the paper's figure is about, on a small image. */
	@Test
	void optimisedAnewTheCountStaysAndThePositionsDont() {
		final NoiseResult result = NoiseTestData.result(false);
		assertTrue(result.isComplete());
		assertEquals("All 25 runs are done.", result.extent());
		for (int level = 0; level < 3; level++)
			assertEquals(0, result.quartiles(level, OptimizedLog.NAME, NoiseMetric.QC::of).median(), 0.05);
		assertEquals(1, result.quartiles(0, OptimizedLog.NAME, NoiseMetric.F1::of).median(), 0.02);
		assertTrue(result.quartiles(2, OptimizedLog.NAME, NoiseMetric.F1::of).median() < 0.95);
		assertEquals(result.runs().get(0).scores(), result.runs().get(1).scores(),
			"the optimum that is kept is that of LoG* without noise");
		for (final NoiseRun run : result.runs())
			if (run.method().equals(new KeptLog().name())) assertEquals(LogBlobs.table(result.optimum()), run
				.parameters());
	}

	@Test
	void threadsChangeNothing() {
		final NoiseStudy study = NoiseTestData.study(NoiseTestData.settings(NoiseLevels.gaussian(0.6, 1), 1, NoiseTestData.SEARCH,
			new RmsLog(), new OtsuRegions()), null);
		assertEquals(untimed(Parallelization.runSingleThreaded(() -> run(study, NoiseLog.NONE).runs())),
			untimed(Parallelization.runWithNumThreads(3, () -> run(study, NoiseLog.NONE).runs())));
	}

	/** Cancelled after a few runs, then resumed: nothing is done twice, and the result is the same. */
	@Test
	void goesOnWhereItWasInterrupted() {
		final Fake fake = new Fake(NoiseTestData.truth().atoms().subList(0, 40));
		final NoiseSettings settings = NoiseTestData.settings(NoiseLevels.gaussian(1, 2), 2, fake,
			new OtsuRegions());
		final List<NoiseRun> kept = new ArrayList<>();
		final NoiseLog log = new NoiseLog() {

			@Override
			public List<NoiseRun> known() {
				return List.copyOf(kept);
			}

			@Override
			public void done(final NoiseRun run) {
				kept.add(run);
			}
		};
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return kept.size() >= 3;
			}
		};
		final NoiseStudy study = NoiseTestData.study(settings, null);
		final NoiseResult part = study.run(log, cancelled, r -> {});
		assertEquals(3, part.runs().size());
		assertFalse(part.isComplete());
		assertEquals("3 of 10 runs are done.", part.extent());
		final int before = fake.asked;
		final NoiseResult all = run(study, log);
		assertEquals(5, fake.asked, "asked " + before + " times before");
		assertTrue(all.isComplete());
		assertEquals(kept, all.runs());
	}

	@Test
	void cancelledBeforeTheFirstRunThereIsNothing() {
		final Progress cancelled = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		};
		final NoiseStudy study = NoiseTestData.study(NoiseTestData.settings(NoiseLevels.gaussian(1, 1), 1,
			new OtsuRegions()), null);
		assertThrows(CancellationException.class, () -> study.run(NoiseLog.NONE, cancelled, r -> {}));
	}

	@Test
	void progressOnlyGrows() {
		final List<Double> fractions = new ArrayList<>();
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				fractions.add(fraction);
			}

			@Override
			public boolean isCanceled() {
				return false;
			}
		};
		NoiseTestData.study(NoiseTestData.settings(NoiseLevels.gaussian(1, 2), 1, NoiseTestData.SEARCH, new OtsuRegions()), null)
			.run(NoiseLog.NONE, progress, r -> {});
		for (int i = 1; i < fractions.size(); i++)
			assertTrue(fractions.get(i) >= fractions.get(i - 1) - 1e-9, fractions.subList(i - 1, i + 1)
				.toString());
		assertEquals(1, fractions.get(fractions.size() - 1), 1e-9);
	}

	@Test
	void badTruthIsRefused() {
		final NoiseSettings settings = NoiseTestData.settings(NoiseLevels.gaussian(1, 1), 1, new OtsuRegions());
		final List<Blob> atoms = new ArrayList<>(NoiseTestData.truth().atoms());
		final double nm = NoiseTestData.FINDING.pixelSize();
		refused(settings, atoms.stream().map(a -> new Blob(10 + a.x() * nm, 10 + a.y() * nm, 1, 0)).toList(),
			"in px");
		refused(settings, atoms.stream().map(a -> new Blob(a.x() + 1000, a.y(), 1, 0)).toList(), "None of",
			"counted area");
		atoms.add(atoms.get(5));
		refused(settings, atoms, "1 of the true positions", "more than once");
	}

	private static void refused(final NoiseSettings settings, final List<Blob> atoms,
		final String... words)
	{
		Complaints.assertRefused(() -> NoiseTestData.study(settings, NoiseTruth.given(atoms, "a file")), words);
	}

	@Test
	void badSettingsAreRefused() {
		final NoiseLevels levels = NoiseLevels.gaussian(1, 1);
		Complaints.assertRefused(() -> NoiseTestData.settings(levels, 1), "No method");
		Complaints.assertRefused(() -> NoiseTestData.settings(levels, 0, new OtsuRegions()), "repeats");
		Complaints.assertRefused(() -> NoiseTestData.settings(levels, 1, new OtsuRegions(), new OtsuRegions()),
			"same name");
	}

	/** NumPy's percentile of the same numbers. */
	@Test
	void quartilesAreNumPys() {
		final Quartiles q = Quartiles.of(DoubleStream.of(7, Double.NaN, 1, 2, 10));
		assertEquals(new Quartiles(4, 1.75, 4.5, 7.75), q);
		assertEquals(new Quartiles(1, 3, 3, 3), Quartiles.of(DoubleStream.of(3)));
		assertTrue(Double.isNaN(Quartiles.of(DoubleStream.empty()).median()));
	}
}
