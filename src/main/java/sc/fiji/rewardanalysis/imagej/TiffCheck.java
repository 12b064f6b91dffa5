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

package sc.fiji.rewardanalysis.imagej;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Looks whether a TIFF is as long as its directories say, before ImageJ reads it: of a damaged one
 * that would read thousands of millions of strips byte by byte, or ask for more memory than there is.
 */
final class TiffCheck {

	private static final int TIFF = 42, ENTRY = 12, HEADER = 8;

	/** Tags. */
	private static final int WIDTH = 256, HEIGHT = 257, COMPRESSION = 259;

	/** Bytes of a value by its type, TIFF 6.0, section 2. */
	private static final int[] SIZES = { 1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8 };

	/** More are no images, or they point at each other. */
	private static final int MOST_DIRECTORIES = 100_000;

	private final RandomAccessFile file;
	private final ByteOrder order;

	private TiffCheck(final RandomAccessFile file, final ByteOrder order) {
		this.file = file;
		this.order = order;
	}

	/**
	 * Does nothing if it isn't a TIFF.
	 *
	 * @throws RewardAnalysisException if it is a damaged one
	 */
	static void check(final Path path) {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			if (file.length() < HEADER) return;
			final int first = file.read(), second = file.read();
			if (first != second || first != 'I' && first != 'M') return;
			final TiffCheck check = new TiffCheck(file, first == 'I' ? ByteOrder.LITTLE_ENDIAN
				: ByteOrder.BIG_ENDIAN);
			final ByteBuffer rest = check.bytes(2, 6);
			if (rest.getShort() == TIFF) check.directories(rest.getInt() & 0xffffffffL);
		}
		catch (final IOException exc) {
			throw unreadable(exc);
		}
	}

	/** Whatever the file's kind. */
	static RewardAnalysisException unreadable(final IOException exc) {
		return new RewardAnalysisException(exc, "The file can't be read; check that it is still there " +
			"and that you may read it.");
	}

	private ByteBuffer bytes(final long from, final int length) throws IOException {
		final byte[] bytes = new byte[length];
		file.seek(from);
		file.readFully(bytes);
		return ByteBuffer.wrap(bytes).order(order);
	}

	private void directories(final long first) throws IOException {
		final Set<Long> known = new HashSet<>();
		// ImageJ goes on with those that are whole.
		for (long at = first; at > 0 && at + 2 <= file.length() && known.size() < MOST_DIRECTORIES;) {
			if (!known.add(at)) throw damaged();
			final int entries = bytes(at, 2).getShort() & 0xffff;
			if (at + 2 + (long) ENTRY * entries > file.length()) throw damaged();
			directory(bytes(at + 2, ENTRY * entries), entries);
			final long next = at + 2 + (long) ENTRY * entries;
			if (next + 4 > file.length()) return;
			at = bytes(next, 4).getInt() & 0xffffffffL;
		}
	}

	private void directory(final ByteBuffer entries, final int number) throws IOException {
		long width = 0, height = 0, compression = 1;
		for (int i = 0; i < number; i++) {
			final int tag = entries.getShort() & 0xffff, type = entries.getShort() & 0xffff;
			final long count = entries.getInt() & 0xffffffffL;
			final long value = type == 3 ? entries.getShort(entries.position()) & 0xffff : entries.getInt(entries
				.position()) & 0xffffffffL;
			entries.position(entries.position() + 4);
			final int size = type < SIZES.length ? SIZES[type] : 1;
			if (count * size > file.length()) throw damaged();
			if (tag == WIDTH) width = value;
			if (tag == HEIGHT) height = value;
			if (tag == COMPRESSION) compression = value;
		}
		// A bit a pixel at least.
		if (compression == 1) checkPixels(width, height, 1, file.length());
	}

	/** Of a file that compresses nothing. */
	static void checkPixels(final long width, final long height, final int bits, final long length) {
		if ((double) width * height * bits / 8 > length) throw new RewardAnalysisException(
			"The file is cut short or damaged: it has %d bytes, and an image of %d x %d px.", length, width, height);
	}

	/** A table that can't be there. */
	static RewardAnalysisException damaged() {
		return new RewardAnalysisException(
			"The file is damaged: one of its tables is longer than the file; save it again.");
	}
}
