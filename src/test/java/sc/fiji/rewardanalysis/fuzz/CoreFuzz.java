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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;

import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.PropagationMode;

/**
 * What properties of the core share: images, places and numbers of {@link Places}, the tries and
 * the seed of all fuzz tests, and of each entry point how many of its cases end with a value. If
 * those are too few, the property has tried next to nothing and fails.
 */
@AddLifecycleHook(value = FuzzTries.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
@Domain(Places.class)
@Domain(DomainContext.Global.class)
abstract class CoreFuzz {

	/** A share of fewer cases is chance. */
	private static final int ENOUGH = 50;

	private final Map<String, Count> counts = new TreeMap<>();

	/** What came of one entry point's cases. */
	private static final class Count {

		private final double least;
		private int cases, values;

		Count(final double least) {
			this.least = least;
		}
	}

	/**
	 * Tries one case.
	 *
	 * @param entry what is entered
	 * @param least the share of its cases that must end with a value, 0 to 1
	 * @return the value; none if it was refused
	 */
	final <T> Optional<T> value(final String entry, final double least, final Callable<T> code) {
		final Count count = counts.computeIfAbsent(entry, e -> new Count(least));
		final Optional<T> value = Fuzz.value(code, () -> entry);
		count.cases++;
		if (value.isPresent()) count.values++;
		return value;
	}

	/**
	 * The same of what must not depend on when it is asked: twice, with the same result.
	 *
	 * @param seen what is compared, arrays by their content
	 */
	final <T> Optional<T> same(final String entry, final double least, final Callable<T> code,
		final Function<T, Object> seen)
	{
		final Optional<T> value = value(entry, least, code);
		if (value.isPresent()) assertTrue(Arrays.deepEquals(new Object[] { seen.apply(value.get()) }, new Object[] { seen
			.apply(Fuzz.value(code, () -> entry + " again").orElseThrow()) }), entry + " gives something else the second time");
		return value;
	}

	/** What is wrong once all tries are done; empty if nothing is. */
	final String tooFew() {
		final StringBuilder text = new StringBuilder();
		counts.forEach((entry, count) -> {
			if (count.cases >= ENOUGH && count.values < count.least * count.cases) text.append(String.format(Locale.ROOT,
				"Of %s, %d of %d cases ended with a value; it should be %.0f %%. ", entry, count.values, count.cases, 100 *
					count.least));
		});
		return text.toString();
	}

	/** Whether all are numbers. */
	static boolean finite(final double... values) {
		return Arrays.stream(values).allMatch(Double::isFinite);
	}

	/** Whether all are numbers. */
	static boolean finite(final float... values) {
		for (final float value : values)
			if (!Float.isFinite(value)) return false;
		return true;
	}
}
