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

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.PartMaxima.Part;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/**
 * Where an image's pixels lie in an uncompressed file, so that any part can be read without the
 * rest. Rows follow each other in strips of {@code rowsPerStrip}. Immutable.
 *
 * @param path of any file system that Hadoop reads
 * @param width px
 * @param height px
 * @param sample what a pixel is
 * @param littleEndian whether its lowest byte comes first
 * @param strips where each strip begins, bytes; not to be changed
 * @param rowsPerStrip rows of all strips but the last, which may have fewer
 * @param pixelSize nm; NaN if the file doesn't say
 */
record StoredImage(String path, int width, int height, Sample sample, boolean littleEndian,
	long[] strips, int rowsPerStrip, double pixelSize) implements Serializable
{

	/** What a pixel is. */
	enum Sample {

			UINT8(1), UINT16(2), FLOAT32(4);

		private final int bytes;

		Sample(final int bytes) {
			this.bytes = bytes;
		}

		/** Bytes of a pixel. */
		int bytes() {
			return bytes;
		}

		/** The next pixel, as ImageJ's 32-bit images have it. */
		private float next(final ByteBuffer from) {
			return switch (this) {
				case UINT8 -> from.get() & 0xff;
				case UINT16 -> from.getShort() & 0xffff;
				case FLOAT32 -> from.getFloat();
			};
		}
	}

	StoredImage {
		Checks.atLeast("image width", width, 1);
		Checks.atLeast("image height", height, 1);
		Checks.atLeast("rows per strip", rowsPerStrip, 1);
		if (strips.length != (height + rowsPerStrip - 1L) / rowsPerStrip) throw new RewardAnalysisException(
			"%s has %d strips of %d rows for %d rows; save it again with ImageJ.", path, strips.length,
			rowsPerStrip, height);
	}

	/** Opens the file. */
	static FSDataInputStream open(final String path, final Configuration configuration)
		throws IOException
	{
		final Path file = new Path(path);
		return file.getFileSystem(configuration).open(file);
	}

	/** How long the file is, bytes. */
	static long length(final String path, final Configuration configuration) throws IOException {
		final Path file = new Path(path);
		final FileSystem system = file.getFileSystem(configuration);
		return system.getFileStatus(file).getLen();
	}

	/**
	 * Reads a part of it, row by row, and nothing else.
	 *
	 * @return its origin at (0, 0)
	 * @throws RewardAnalysisException if it can't be read
	 */
	RandomAccessibleInterval<FloatType> read(final Part part, final Configuration configuration) {
		final float[] pixels = new float[Math.multiplyExact(part.width(), part.height())];
		final byte[] row = new byte[part.width() * sample.bytes];
		final ByteBuffer buffer = ByteBuffer.wrap(row).order(littleEndian ? ByteOrder.LITTLE_ENDIAN
			: ByteOrder.BIG_ENDIAN);
		try (FSDataInputStream in = open(path, configuration)) {
			int i = 0;
			for (int y = part.fromY(); y < part.toY(); y++) {
				in.seek(strips[y / rowsPerStrip] + ((long) (y % rowsPerStrip) * width + part.fromX()) *
					sample.bytes);
				in.readFully(row);
				buffer.rewind();
				for (int x = 0; x < part.width(); x++)
					pixels[i++] = sample.next(buffer);
			}
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s); it may be cut short.", path,
				AtomicFile.reason(exc));
		}
		return ArrayImgs.floats(pixels, part.width(), part.height());
	}
}
