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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.opentest4j.AssertionFailedError;

/** What went wrong in many cases, each kind once, with the input kept below {@code target/fuzz}. */
public final class Findings {

	private static final int MOST = 20;

	private final String kind;
	private final Map<String, AssertionError> found = new LinkedHashMap<>();
	private int accepted, tried;

	/** @param kind of cases, for messages and names of files */
	public Findings(final String kind) {
		this.kind = kind;
	}

	/** Tries a case; what is wrong is told at the end. */
	public void attempt(final byte[] input, final Callable<?> code) {
		tried++;
		try {
			if (Fuzz.holds(code, () -> kind + ", case " + tried + ": " + Fuzz.shown(new String(input)))) accepted++;
		}
		catch (final AssertionError error) {
			if (found.putIfAbsent(signature(error), error) == null) keep(input);
			if (found.size() >= MOST) throw all();
		}
	}

	private static String signature(final AssertionError error) {
		final Throwable cause = error.getCause() == null ? error : error.getCause();
		return cause.getClass() + " " + Arrays.stream(cause.getStackTrace()).filter(f -> f.getClassName()
			.startsWith("sc.fiji") && !f.getClassName().contains("Checks")).findFirst().orElse(null);
	}

	private void keep(final byte[] input) {
		try {
			final Path folder = Files.createDirectories(Path.of("target", "fuzz"));
			Files.write(folder.resolve(kind.replaceAll("\\W+", "_") + "-" + tried), input);
		}
		catch (final IOException exc) {
			throw new IllegalStateException(exc);
		}
	}

	private AssertionFailedError all() {
		final StringBuilder text = new StringBuilder(kind + ": " + found.size() + " kinds of failures in " + tried +
			" cases");
		found.forEach((signature, error) -> text.append("\n\n== ").append(signature).append('\n').append(Fuzz.shown(
			String.valueOf(error.getMessage()))));
		final AssertionFailedError failure = new AssertionFailedError(text.toString());
		found.values().forEach(failure::addSuppressed);
		return failure;
	}

	/** Fails if anything was wrong. */
	public void check() {
		if (!found.isEmpty()) throw all();
	}

	/** How many cases ended with a value. */
	public int accepted() {
		return accepted;
	}

	/** How many cases there were. */
	public int tried() {
		return tried;
	}
}
