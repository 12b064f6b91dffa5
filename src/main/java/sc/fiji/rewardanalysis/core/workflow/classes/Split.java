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

package sc.fiji.rewardanalysis.core.workflow.classes;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Which class the second pass splits.
 *
 * @param rule how it is chosen
 * @param number of the class from 1, for {@link Rule#NUMBER}; otherwise 0
 */
public record Split(Rule rule, int number) {

	/** None: there is no second pass. */
	public static final Split NONE = new Split(Rule.NONE, 0);

	/** How the class is chosen. */
	public enum Rule {
			/** No second pass. */
			NONE,
			/** The class whose mean patch is brightest at its centre. */
			BRIGHTEST,
			/** That of most atoms, the brighter one of equals. */
			LARGEST,
			/** The class of a number. */
			NUMBER
	}

	public Split {
		Checks.given("class to split", rule);
		if (rule == Rule.NUMBER) Checks.within("class to split", number, 1, PassSettings.MOST_COMPONENTS);
		else number = 0;
	}

	/** Reads {@code none}, {@code brightest}, {@code largest} or a number. */
	public static Split of(final String text) {
		if (text.matches("\\d{1,3}")) return new Split(Rule.NUMBER, Integer.parseInt(text));
		for (final Rule rule : Rule.values())
			if (rule != Rule.NUMBER && rule.name().equals(text.toUpperCase(Locale.ROOT))) return new Split(
				rule, 0);
		throw new RewardAnalysisException(
			"split_class is \"%s\"; choose none, brightest, largest or a number from 1 to %d.", text,
			PassSettings.MOST_COMPONENTS);
	}

	/** What {@link #of} reads. */
	public String word() {
		return rule == Rule.NUMBER ? Integer.toString(number) : rule.name().toLowerCase(Locale.ROOT);
	}

	/** The class of a first pass, from 0; −1 for none. */
	int choose(final ClassificationPass pass) {
		final int[] labels = pass.labels();
		return switch (rule) {
			case NONE -> -1;
			case BRIGHTEST -> IntStream.range(0, pass.classes()).boxed().max(Comparator.comparingDouble(
				pass::brightness)).orElseThrow();
			case LARGEST -> IntStream.range(0, pass.classes()).boxed().max(Comparator.<Integer> comparingLong(
				c -> count(labels, c)).thenComparing(Comparator.reverseOrder())).orElseThrow();
			case NUMBER -> numbered(pass);
		};
	}

	private int numbered(final ClassificationPass pass) {
		if (number > pass.classes()) throw new RewardAnalysisException(
			"split_class is %d, but there are %d classes; choose one of them.", number, pass.classes());
		return number - 1;
	}

	static long count(final int[] labels, final int cls) {
		return IntStream.of(labels).filter(l -> l == cls).count();
	}
}
