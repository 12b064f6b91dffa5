package sc.fiji.rewardanalysis.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class ProgressTest {

	private final List<Double> fractions = new ArrayList<>();
	private final List<String> messages = new ArrayList<>();
	private boolean canceled;

	private class Recorded implements Progress {

		@Override
		public void update(final double fraction, final String message) {
			fractions.add(fraction);
			messages.add(message);
		}

		@Override
		public boolean isCanceled() {
			return canceled;
		}
	}

	@Test
	void whoKnowsOneCancelStaysCancelled() {
		final Progress progress = new Recorded();
		assertSame(progress, progress.again());
		canceled = true;
		assertTrue(progress.again().part(0, 1).again().silent().again().isCanceled());
	}

	@Test
	void messagesSayWhatTheyAreAbout() {
		final Progress about = new Recorded().part(0.5, 1).about("Frame 2 of 3");
		about.again().update(0.5, "fitting");
		assertEquals(List.of(0.75), fractions);
		assertEquals(List.of("Frame 2 of 3: fitting"), messages);
		canceled = true;
		assertTrue(about.isCanceled());
	}

	/** Views begin anew as what they are views of does. */
	@Test
	void partsHearOfTheNextCancel() {
		final Progress second = new Recorded() {

			@Override
			public boolean isCanceled() {
				return false;
			}
		};
		final Progress progress = new Recorded() {

			@Override
			public Progress again() {
				return second;
			}
		};
		canceled = true;
		final Progress part = progress.part(0.5, 1);
		assertTrue(part.isCanceled());
		assertFalse(part.again().isCanceled());
		part.again().update(0.5, "");
		assertFalse(part.silent().again().isCanceled());
		part.silent().again().update(0.5, "");
		assertEquals(List.of(0.75), fractions);
	}
}
