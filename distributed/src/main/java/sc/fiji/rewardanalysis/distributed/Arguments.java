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

package sc.fiji.rewardanalysis.distributed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** The arguments of a program: {@code --name value}, some of them several times, and flags. */
final class Arguments {

	private final Map<String, List<String>> values = new HashMap<>();

	/**
	 * @param names that have a value
	 * @param flags that have none
	 * @throws RewardAnalysisException if there is another one, or a value is missing
	 */
	Arguments(final Set<String> names, final Set<String> flags, final String... args) {
		for (int i = 0; i < args.length; i++) {
			final String name = args[i].startsWith("--") ? args[i].substring(2) : "";
			if (flags.contains(name)) values.put(name, List.of());
			else if (!names.contains(name)) throw new RewardAnalysisException(
				"\"%s\" is no argument; there are --%s and, without a value, --%s.", args[i], String.join(
					", --", names.stream().sorted().toList()), String.join(", --", flags.stream().sorted()
						.toList()));
			else if (i + 1 == args.length) throw new RewardAnalysisException("--%s has no value.", name);
			else values.computeIfAbsent(name, k -> new ArrayList<>()).add(args[++i]);
		}
	}

	/** Whether it is there. */
	boolean has(final String name) {
		return values.containsKey(name);
	}

	/** All values of a name; empty for none. */
	List<String> all(final String name) {
		return values.getOrDefault(name, List.of());
	}

	/** The value of a name. */
	String text(final String name, final String otherwise) {
		final List<String> all = all(name);
		if (all.size() > 1) throw new RewardAnalysisException("--%s is given %d times; give it once.",
			name, all.size());
		return all.isEmpty() ? otherwise : all.get(0);
	}

	/** The value of a name that must be there. */
	String required(final String name) {
		final String text = text(name, "");
		if (text.isBlank()) throw new RewardAnalysisException("--%s is missing; give one.", name);
		return text;
	}

	/** The value of a name that is a whole number. */
	int number(final String name, final int otherwise, final int least) {
		final String text = text(name, Integer.toString(otherwise));
		try {
			return Checks.atLeast("--" + name, Integer.parseInt(text), least);
		}
		catch (final NumberFormatException exc) {
			throw new RewardAnalysisException(exc, "--%s is \"%s\", which is no whole number.", name, text);
		}
	}
}
