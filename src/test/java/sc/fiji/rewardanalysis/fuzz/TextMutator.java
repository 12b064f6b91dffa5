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

package sc.fiji.rewardanalysis.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Damages what a user types. */
public final class TextMutator {

	private final ByteMutator bytes;
	private final List<byte[]> texts;

	/** @param texts that are right */
	public TextMutator(final Random random, final String... texts) {
		bytes = new ByteMutator(random, true);
		this.texts = Arrays.stream(texts).map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
	}

	/**
	 * Reads texts that are right, and as many damaged ones as the share of {@link Fuzz#cases}.
	 *
	 * @param kind of texts, for messages and as the seed
	 * @param reader reads one, or complains in a sentence
	 */
	public static void tryAll(final String kind, final int share, final Consumer<String> reader,
		final String... texts)
	{
		for (final String text : texts)
			reader.accept(text);
		final TextMutator mutator = new TextMutator(Fuzz.random(kind), texts);
		final Findings findings = new Findings(kind);
		for (int i = Fuzz.cases(share); i > 0; i--) {
			final String text = mutator.damaged();
			findings.attempt(text.getBytes(StandardCharsets.UTF_8), () -> {
				reader.accept(text);
				return null;
			});
		}
		findings.check();
	}

	/** One of them, damaged. */
	public String damaged() {
		return new String(bytes.damaged(texts), StandardCharsets.UTF_8);
	}
}
