package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Commands with inputs that nobody should give them: {@code -Dfuzz.cases=5000} for more of them,
 * {@code -Dfuzz.seed=2} for others.
 */
class CommandFuzzTest {

	@Test
	void everyRunEndsWithAResultOrASentence(@TempDir final Path folder) throws Exception {
		final int cases = Math.min(Integer.getInteger("fuzz.cases", 250), 20_000);
		final Random random = new Random(Long.getLong("fuzz.seed", 1));
		final List<String> wrong = new ArrayList<>();
		try (CommandFuzz fuzz = new CommandFuzz(folder)) {
			for (int i = 0; i < cases && wrong.size() < 20; i++) {
				final CommandFuzz.Case one = fuzz.next(new Random(random.nextLong()));
				final String complaint = fuzz.run(one);
				if (!complaint.isEmpty()) wrong.add(i + " " + one + ": " + complaint);
			}
			assertEquals(List.of(), wrong);
			assertTrue(fuzz.outcomes.keySet().containsAll(List.of("refused", "result")), fuzz.outcomes.toString());
		}
	}
}
