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

package sc.fiji.rewardanalysis.core.workflow.many;

import java.util.Comparator;

/**
 * Names as people count: {@code image2} before {@code image10}. Numbers are compared as such,
 * everything else character by character regardless of case; what is equal then, exactly.
 */
public final class NaturalOrder implements Comparator<String> {

	/** The order. */
	public static final NaturalOrder INSTANCE = new NaturalOrder();

	private NaturalOrder() {}

	@Override
	public int compare(final String a, final String b) {
		int i = 0, j = 0;
		while (i < a.length() && j < b.length()) {
			final int order;
			if (isDigit(a.charAt(i)) && isDigit(b.charAt(j))) {
				final int endA = end(a, i), endB = end(b, j);
				order = compareNumbers(a.substring(i, endA), b.substring(j, endB));
				i = endA;
				j = endB;
			}
			else order = Character.compare(folded(a.charAt(i++)), folded(b.charAt(j++)));
			if (order != 0) return order;
		}
		final int rest = Integer.compare(a.length() - i, b.length() - j);
		return rest == 0 ? a.compareTo(b) : rest;
	}

	private static boolean isDigit(final char c) {
		return c >= '0' && c <= '9';
	}

	/** A folder's content stands together: the slash comes before all other characters. */
	private static char folded(final char c) {
		return c == '/' ? 0 : Character.toLowerCase(c);
	}

	private static int end(final String text, final int from) {
		int end = from;
		while (end < text.length() && isDigit(text.charAt(end)))
			end++;
		return end;
	}

	/** Of any length. */
	private static int compareNumbers(final String a, final String b) {
		final String x = a.replaceFirst("^0+(?=.)", ""), y = b.replaceFirst("^0+(?=.)", "");
		return x.length() == y.length() ? x.compareTo(y) : Integer.compare(x.length(), y.length());
	}
}
