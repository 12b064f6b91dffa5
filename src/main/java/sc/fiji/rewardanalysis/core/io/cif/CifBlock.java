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

package sc.fiji.rewardanalysis.core.io.cif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.cif.CifTokens.Token;

/** A data block of a CIF file: values by name, one or, of a loop, as many as it has rows. */
final class CifBlock {

	private final String where;
	private final String name;
	private final Map<String, List<Token>> values = new HashMap<>();

	private CifBlock(final String where, final String name) {
		this.where = where;
		this.name = name;
	}

	/** The blocks of a file, in order; what stands before the first has no name. */
	static List<CifBlock> of(final String where, final String text) {
		final List<Token> tokens = CifTokens.of(where, text);
		final List<CifBlock> blocks = new ArrayList<>();
		CifBlock block = new CifBlock(where, "");
		blocks.add(block);
		int at = 0;
		while (at < tokens.size()) {
			final Token token = tokens.get(at);
			if (token.isWord("data_")) {
				block = new CifBlock(where, token.text().substring("data_".length()));
				blocks.add(block);
				at++;
			}
			else if (token.isWord("loop_")) at = block.loop(tokens, at + 1);
			else if (token.isName()) at = block.single(tokens, at);
			else if (token.isWord("save_") || token.isWord("global_")) at++;
			else throw new RewardAnalysisException(
				"%s, line %d: \"%s\" belongs to no name that begins with an underscore; check that the file is a CIF.", where,
				token.line(), token.text());
		}
		return blocks;
	}

	private int single(final List<Token> tokens, final int at) {
		final Token key = tokens.get(at);
		if (at + 1 == tokens.size() || !tokens.get(at + 1).isValue()) throw new RewardAnalysisException(
			"%s, line %d: %s has no value; write ? if it isn't known.", where, key.line(), key.text());
		put(key, List.of(tokens.get(at + 1)));
		return at + 2;
	}

	private int loop(final List<Token> tokens, final int from) {
		int at = from;
		final List<Token> names = new ArrayList<>();
		while (at < tokens.size() && tokens.get(at).isName())
			names.add(tokens.get(at++));
		final int line = tokens.get(Math.min(from, tokens.size()) - 1).line();
		if (names.isEmpty()) throw new RewardAnalysisException("%s, line %d: the loop has no names.", where, line);
		final int first = at;
		while (at < tokens.size() && tokens.get(at).isValue())
			at++;
		if ((at - first) % names.size() != 0) throw new RewardAnalysisException(
			"%s, line %d: the loop of %s has %d names and %d values, which aren't whole rows; check that the file is whole.",
			where, line, names.get(0).text(), names.size(), at - first);
		for (int n = 0; n < names.size(); n++) {
			final List<Token> column = new ArrayList<>();
			for (int i = first + n; i < at; i += names.size())
				column.add(tokens.get(i));
			put(names.get(n), column);
		}
		return at;
	}

	/** Of a name that stands there twice the first counts. */
	private void put(final Token key, final List<Token> column) {
		values.putIfAbsent(key(key.text()), column);
	}

	/** Names differ neither by the case of letters nor, as of mmCIF, by a dot after the category. */
	private static String key(final String tag) {
		return tag.toLowerCase(Locale.ROOT).replace('.', '_');
	}

	/** What stands after {@code data_}. */
	String name() {
		return name;
	}

	/** The column of the first of some names that is there; null if none is. */
	List<Token> column(final String... tags) {
		for (final String tag : tags)
			if (values.containsKey(key(tag))) return values.get(key(tag));
		return null;
	}

	/** The first value that is known of some names; empty if there is none. */
	String text(final String... tags) {
		for (final String tag : tags) {
			final List<Token> column = column(tag);
			if (column != null && !column.isEmpty() && !column.get(0).value().isBlank()) return column.get(0).value()
				.strip();
		}
		return "";
	}

	/** A number that must be there. */
	double number(final String tag) {
		final List<Token> column = column(tag);
		if (column == null || column.isEmpty() || column.get(0).value().isBlank()) throw new RewardAnalysisException(
			"%s has no %s; export the structure again with its cell.", where, tag);
		return number(tag, column.get(0));
	}

	/** A number, whose standard uncertainty in brackets is left out. */
	double number(final String tag, final Token token) {
		final String plain = token.value().strip();
		final int bracket = plain.indexOf('(');
		final String digits = bracket > 0 && plain.endsWith(")") ? plain.substring(0, bracket) : plain;
		if (digits.length() <= 40 && digits.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?")) return Double
			.parseDouble(digits);
		throw new RewardAnalysisException("%s, line %d: %s is \"%s\"; it must be a number.", where, token.line(), tag,
			token.text());
	}
}
