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

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** {@code fuzz.cases} and {@code fuzz.seed} reach the properties, whatever their own seeds are. */
@AddLifecycleHook(value = FuzzTriesTest.Seen.class, propagateTo = PropagationMode.ALL_DESCENDANTS)
class FuzzTriesTest extends CoreFuzz {

	private static final String CASES = "fuzz.cases", SEED = "fuzz.seed";

	private static String cases, seed;

	/** What each property was given. */
	private static final List<List<Long>> ALL = new ArrayList<>();

	private final List<Long> given = new ArrayList<>();

	/** Looks at what a property runs with, after all other hooks. */
	static final class Seen implements AroundPropertyHook {

		@Override
		public PropertyExecutionResult aroundProperty(final PropertyLifecycleContext context,
			final PropertyExecutor property)
		{
			assertEquals("7", context.attributes().seed().orElse("none"));
			assertEquals(40, context.attributes().tries().orElse(0));
			return property.execute();
		}

		@Override
		public int aroundPropertyProximity() {
			return 50;
		}
	}

	@BeforeContainer
	static void askForHalfAsManyAndOthers() {
		cases = System.setProperty(CASES, Integer.toString(Fuzz.CASES / 2));
		seed = System.setProperty(SEED, "7");
	}

	@AfterContainer
	static void restore() {
		restore(CASES, cases);
		restore(SEED, seed);
	}

	private static void restore(final String key, final String value) {
		if (value == null) System.clearProperty(key);
		else System.setProperty(key, value);
	}

	@Property(tries = 80, seed = "1")
	void one(@ForAll final long number) {
		given.add(number);
	}

	@Property(tries = 80, seed = "2")
	void another(@ForAll final long number) {
		given.add(number);
	}

	@AfterProperty
	void halfAsManyAndTheSame() {
		assertEquals(40, given.size());
		ALL.add(given);
		assertEquals(ALL.get(0), given);
	}
}
