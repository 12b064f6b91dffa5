package sc.fiji.rewardanalysis;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.function.Executable;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Holds the messages of errors to what was promised of them. */
public final class Complaints {

	private Complaints() {}

	/** Fails unless {@code code} is refused with a message that has all these words. */
	public static void assertRefused(final Executable code, final String... words) {
		assertSays(assertThrows(RewardAnalysisException.class, code).getMessage(), words);
	}

	/** Fails unless the message is one sentence that has all these words. */
	public static void assertSays(final String message, final String... words) {
		assertTrue(message != null && message.endsWith(".") && !message.contains("\n"), message);
		for (final String word : words)
			assertTrue(message.contains(word), "\"" + word + "\" is missing in: " + message);
	}
}
