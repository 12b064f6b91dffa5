package sc.fiji.rewardanalysis.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages what a user types. */
public final class TextMutator {

	private final ByteMutator bytes;
	private final List<byte[]> texts;

	/** @param texts that are right */
	public TextMutator(final Random random, final String... texts) {
		bytes = new ByteMutator(random, true);
		this.texts = Arrays.stream(texts).map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
	}

	/** One of them, damaged. */
	public String damaged() {
		return new String(bytes.damaged(texts), StandardCharsets.UTF_8);
	}
}
