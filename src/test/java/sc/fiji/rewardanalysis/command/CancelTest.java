package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.Cancels.Job;
import sc.fiji.rewardanalysis.command.Cancels.Outcome;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;

/** A cancel at any moment ends a run; how soon exactly is what CancelStudy measures. */
class CancelTest {

	/** Far above what it takes, for machines that are busy. */
	private static final double SECONDS = 5;

	static Stream<Job> jobs() {
		return Stream.of(new Job(Cancels.image(256, 1), SearchEngine.EXACT, 60, false, null), new Job(Cancels
			.image(256, 1), SearchEngine.BAYESIAN, 400, false, null), new Job(Cancels.image(128, 3),
				SearchEngine.BAYESIAN, 400, true, null));
	}

	@ParameterizedTest
	@MethodSource("jobs")
	void cancelsAreHeard(final Job job, @TempDir final Path folder) {
		final Job writing = new Job(job.image(), job.engine(), job.evaluations(), job.stack(), folder);
		for (int i = 0; i < 8; i++) {
			final Outcome outcome = Cancels.cancel(i % 2 == 0 ? job : writing, 0.01 * (1 << i) / 2);
			assertTrue(outcome.seconds() < SECONDS, outcome + " in " + job);
		}
	}

	@Test
	void findAtomsHearsCancels(@TempDir final Path folder) {
		final ImagePlus image = Cancels.image(256, 3);
		for (int i = 0; i < 8; i++) {
			final Outcome outcome = Cancels.cancelFindAtoms(image, i % 2 == 0 ? null : folder, 0.01 * (1 << i) /
				2);
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
		}
	}

	@Test
	void windowsHearCancels(@TempDir final Path folder) {
		final ImagePlus image = Cancels.image(256, 1);
		for (int i = 0; i < 6; i++) {
			final Outcome outcome = Cancels.cancelWindows(image, i % 2 == 0 ? null : folder.resolve("" + i),
				0.03 * (1 << i));
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
		}
	}

	@Test
	void noiseStudiesHearCancels(@TempDir final Path folder) {
		final ImagePlus image = Cancels.image(256, 1);
		for (int i = 0; i < 6; i++) {
			final Outcome outcome = Cancels.cancelNoiseStudy(image, i % 2 == 0 ? null : folder.resolve("" + i),
				0.02 * (1 << i));
			assertTrue(outcome.seconds() < SECONDS, outcome.toString());
		}
	}
}
