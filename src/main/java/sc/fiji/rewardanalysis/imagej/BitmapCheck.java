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

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Looks whether a Windows bitmap is as long as its header says, before ImageJ reads it: of a damaged
 * one that would read thousands of millions of colours byte by byte.
 */
final class BitmapCheck {

	private static final int HEADER = 54;

	/** Where the header has them. */
	private static final int WIDTH = 18, HEIGHT = 22, BITS = 28, COMPRESSION = 30, COLOURS = 46;

	private BitmapCheck() {}

	/**
	 * Does nothing if it isn't a bitmap.
	 *
	 * @throws RewardAnalysisException if it is a damaged one
	 */
	static void check(final Path path) {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
			if (file.length() < HEADER || file.read() != 'B' || file.read() != 'M') return;
			final byte[] bytes = new byte[HEADER];
			file.seek(0);
			file.readFully(bytes);
			check(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), file.length());
		}
		catch (final IOException exc) {
			throw TiffCheck.unreadable(exc);
		}
	}

	private static void check(final ByteBuffer header, final long length) {
		// Four bytes a colour.
		if ((header.getInt(COLOURS) & 0xffffffffL) > length / 4) throw TiffCheck.damaged();
		// A height below 0 says that the first row is the uppermost.
		final long width = header.getInt(WIDTH), height = Math.abs((long) header.getInt(HEIGHT));
		if (header.getInt(COMPRESSION) == 0) TiffCheck.checkPixels(width, height, header.getShort(BITS) & 0xffff, length);
	}
}
