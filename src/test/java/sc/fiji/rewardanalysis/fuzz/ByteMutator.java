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

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files as disks, editors, other programs and malice do: the same for the same random numbers. */
public final class ByteMutator {

	/** What readers stumble over. */
	private static final String[] TOKENS = { "null", "NaN", "-Infinity", "1e400", "-1e400", "1e-400", "-1",
		"0", "-0.0", "{}", "[]", "\"\"", "\"", "''", "true", "9223372036854775808", "-9223372036854775809",
		"2147483648", "-2147483649", "1e999999999", "1e-999999999", "0x1p3", "1d", "1,5", "\u00B5m", "\uFEFF",
		"\uD83D\uDE00", "%s%d%n", "../../..", "\\u0000", "\\ud800", "\t", ";", ",", ":", "#", "<", "&lt;",
		"&x;", "=1+1", "[null]", "{\"a\":[{}]}", "[[1],[2]]", "1_000", "\u0661", "Infinity", "\0", "//", "/*",
		"(", ")", ".", "..", "+", " " };

	private static final String[] NUMBERS = { "0", "-1", "1", "2", "1e400", "-1e400", "NaN", "1e308", "-1e308",
		"4.9e-324", "2147483647", "-2147483648", "2147483648", "9223372036854775807", "9223372036854775808",
		"1e9", "1e19", "0.5", "1.5", "1e-12", "99999999999999999999999999999", "-0.0", "\"\"", "null", "1e999999999" };

	/** As lengths in headers. */
	private static final long[] LENGTHS = { -1, 0, 1, 2, 7, 8, Integer.MAX_VALUE, Integer.MIN_VALUE,
		Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31, 1L << 32, 0xffffffffL, 10_000_000, 9_999_999 };

	private static final String REPEATED = "[{(\"' _-a0,;#\n\\<\t.*";

	private final Random random;
	private final boolean text;

	/** @param text whether the files are texts, mostly */
	public ByteMutator(final Random random, final boolean text) {
		this.random = random;
		this.text = text;
	}

	/** One of the files, damaged. */
	public byte[] damaged(final List<byte[]> files) {
		byte[] bytes = files.get(random.nextInt(files.size()));
		for (int i = 1 + random.nextInt(3); i > 0; i--)
			bytes = text && random.nextBoolean() ? once(bytes) : damagedOnce(bytes, files);
		return bytes;
	}

	/** As a text with values. */
	private byte[] once(final byte[] bytes) {
		final String all = new String(bytes, StandardCharsets.UTF_8);
		final int kind = random.nextInt(20);
		if (kind < 8) return utf8(number(all));
		if (kind < 14) return utf8(new JsonMutator(random).damaged(all));
		if (kind < 17) return utf8(lines(all));
		return kind < 18 ? all.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8) : kind < 19 ? all
			.getBytes(StandardCharsets.ISO_8859_1) : all.getBytes(random.nextBoolean()
				? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE);
	}

	private static byte[] utf8(final String all) {
		return all.getBytes(StandardCharsets.UTF_8);
	}

	/** Another number in place of one. */
	private String number(final String all) {
		final int from = random.nextInt(all.length() + 1);
		int start = from;
		while (start < all.length() && !Character.isDigit(all.charAt(start)))
			start++;
		int end = start;
		while (end < all.length() && "+-.eE0123456789".indexOf(all.charAt(end)) >= 0)
			end++;
		if (start > 0 && all.charAt(start - 1) == '-') start--;
		return all.substring(0, start) + NUMBERS[random.nextInt(NUMBERS.length)] + all.substring(Math.max(
			start, end));
	}

	/** Lines lost, doubled, in another order, cut. */
	private String lines(final String all) {
		final List<String> lines = new ArrayList<>(List.of(all.split("\n", -1)));
		final int a = random.nextInt(lines.size()), b = random.nextInt(lines.size());
		switch (random.nextInt(4)) {
			case 0 -> lines.remove(a);
			case 1 -> lines.add(b, lines.get(a));
			case 2 -> lines.set(a, lines.get(b));
			default -> lines.set(a, lines.get(a).substring(random.nextInt(lines.get(a).length() + 1)));
		}
		return String.join("\n", lines);
	}

	private byte[] damagedOnce(final byte[] bytes, final List<byte[]> files) {
		final int at = random.nextInt(bytes.length + 1), to = Math.min(bytes.length, at + size());
		return switch (random.nextInt(14)) {
			case 0, 1 -> flipped(bytes);
			case 2 -> Arrays.copyOf(bytes, at);
			case 3 -> joined(bytes, 0, at, new byte[0], to);
			case 4 -> joined(bytes, 0, at, Arrays.copyOfRange(bytes, at, to), at);
			case 5 -> {
				final byte[] other = files.get(random.nextInt(files.size()));
				yield joined(bytes, 0, at, Arrays.copyOfRange(other, random.nextInt(other.length + 1), other.length),
					bytes.length);
			}
			case 6, 7 -> joined(bytes, 0, at, utf8(TOKENS[random.nextInt(TOKENS.length)]), random.nextBoolean() ? at
				: to);
			case 8 -> {
				final byte[] noise = new byte[size()];
				random.nextBytes(noise);
				yield joined(bytes, 0, at, noise, random.nextBoolean() ? at : to);
			}
			case 9 -> joined(bytes, 0, at, new byte[size()], random.nextBoolean() ? at : to);
			case 10 -> length(bytes, at);
			case 11 -> joined(bytes, 0, random.nextBoolean() ? 0 : at, repeated(), at);
			case 12 -> random.nextInt(20) == 0 ? new byte[random.nextInt(3)] : flipped(bytes);
			default -> joined(new byte[0], 0, 0, joined(utf8("\uFEFF"), 0, 3, bytes, 3), 0);
		};
	}

	private int size() {
		return 1 + random.nextInt(random.nextBoolean() ? 4 : 64);
	}

	private byte[] flipped(final byte[] bytes) {
		final byte[] flipped = bytes.clone();
		for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--)
			flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
		return flipped;
	}

	/** A length that some format has there, in either order of bytes. */
	private byte[] length(final byte[] bytes, final int at) {
		final int width = 1 << random.nextInt(4), start = random.nextBoolean() ? 0 : at;
		if (start + width > bytes.length) return flipped(bytes);
		final long value = LENGTHS[random.nextInt(LENGTHS.length)];
		final byte[] changed = bytes.clone(), eight = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN)
			.putLong(value).array();
		for (int i = 0; i < width; i++)
			changed[start + i] = random.nextBoolean() || width < 3 ? eight[i] : eight[i];
		return changed;
	}

	/** The same again and again: as nesting, as a line, as blanks. Seldom very long. */
	private byte[] repeated() {
		final int n = random.nextInt(12) == 0 ? 100_000 : 1 + random.nextInt(2000);
		final String unit = random.nextInt(4) == 0 ? "{\"a\":" : random.nextInt(4) == 0 ? "[[" : String.valueOf(REPEATED
			.charAt(random.nextInt(REPEATED.length())));
		return utf8(unit.repeat(n));
	}

	private static byte[] joined(final byte[] bytes, final int from, final int to, final byte[] middle,
		final int rest)
	{
		final ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.write(bytes, from, to - from);
		all.writeBytes(middle);
		all.write(bytes, rest, bytes.length - rest);
		return all.toByteArray();
	}
}
