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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hadoop.fs.FSDataInputStream;

import sc.fiji.rewardanalysis.core.LengthUnit;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.distributed.StoredImage.Sample;

/**
 * Where the pixels of a TIFF are (TIFF 6.0, Adobe 1992), also of one beyond 4 GiB (BigTIFF), from
 * its first directory alone: nothing else of the file is read.
 */
final class TiffHeader {

	private static final int WIDTH = 256, HEIGHT = 257, BITS = 258, COMPRESSION = 259, PHOTOMETRIC = 262,
			DESCRIPTION = 270, STRIPS = 273, SAMPLES = 277, ROWS = 278, X_RESOLUTION = 282,
			TILES = 324, FORMAT = 339;
	private static final int CLASSIC = 42, BIG = 43, BYTE = 1, ASCII = 2, SHORT = 3, LONG = 4,
			RATIONAL = 5, LONG8 = 16;
	private static final int WHITE_IS_ZERO = 0, REAL = 3, MOST_ENTRIES = 1000;

	/** Of ImageJ's description. */
	private static final Pattern UNIT = Pattern.compile("(?m)^unit=(.+)$"), SLICES = Pattern.compile(
		"(?m)^images=(\\d+)$");

	private final FSDataInputStream in;
	private final String path;
	private final ByteOrder order;
	private final boolean big;

	/** An entry of a directory: where its values are. */
	private record Entry(int type, long count, long at) {}

	private TiffHeader(final FSDataInputStream in, final String path) throws IOException {
		this.in = in;
		this.path = path;
		final byte[] start = new byte[4];
		in.readFully(0, start);
		order = start[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
		final int magic = ByteBuffer.wrap(start).order(order).getShort(2);
		if (start[0] != start[1] || start[0] != 'I' && start[0] != 'M' || magic != CLASSIC && magic != BIG)
			throw new RewardAnalysisException(
				"%s is no TIFF; save it as an uncompressed TIFF, or say with --raw how its pixels lie.", path);
		big = magic == BIG;
	}

	/**
	 * Reads the header.
	 *
	 * @throws RewardAnalysisException if pixels can't be read part by part
	 */
	static StoredImage read(final FSDataInputStream in, final String path) throws IOException {
		return new TiffHeader(in, path).image();
	}

	private StoredImage image() throws IOException {
		final Map<Integer, Entry> entries = entries();
		final int width = size(entries, WIDTH, "columns"), height = size(entries, HEIGHT, "rows");
		if (number(entries, COMPRESSION, 1) != 1) throw refused("is compressed");
		if (entries.containsKey(TILES)) throw refused("is stored in tiles");
		if (number(entries, SAMPLES, 1) != 1) throw refused("has colours");
		if (number(entries, PHOTOMETRIC, 1) == WHITE_IS_ZERO) throw refused("has white as 0");
		final long bits = number(entries, BITS, 1), format = number(entries, FORMAT, 1);
		final Sample sample = bits == 8 && format == 1 ? Sample.UINT8 : bits == 16 && format == 1
			? Sample.UINT16 : bits == 32 && format == REAL ? Sample.FLOAT32 : null;
		if (sample == null) throw refused("has pixels of " + bits + " bits in format " + format);
		final String description = text(entries.get(DESCRIPTION));
		final Matcher slices = SLICES.matcher(description);
		if (slices.find() && !slices.group(1).equals("1")) throw refused("is a stack");
		final long rows = Math.min(height, number(entries, ROWS, height));
		if (rows < 1) throw refused("has strips of " + rows + " rows");
		return new StoredImage(path, width, height, sample, order == ByteOrder.LITTLE_ENDIAN, strips(entries
			.get(STRIPS), (height + rows - 1) / rows), (int) rows, pixelSize(entries.get(X_RESOLUTION),
				description));
	}

	private int size(final Map<Integer, Entry> entries, final int tag, final String what)
		throws IOException
	{
		final long size = number(entries, tag, 0);
		if (size < 1 || size > Integer.MAX_VALUE) throw refused("has " + size + " " + what);
		return (int) size;
	}

	private RewardAnalysisException refused(final String why) {
		return new RewardAnalysisException(
			"%s %s, so that its parts can't be read alone; save it as an uncompressed grey TIFF of 8, 16 or " +
				"32 bits (ImageJ: File > Save As > Tiff), or as raw data.", path, why);
	}

	private Map<Integer, Entry> entries() throws IOException {
		final long directory = big ? at(8, 8).getLong() : unsigned(at(4, 4).getInt());
		final long n = big ? at(directory, 8).getLong() : at(directory, 2).getShort() & 0xffff;
		if (n < 1 || n > MOST_ENTRIES) throw refused("has a directory of " + n + " entries");
		final Map<Integer, Entry> entries = new HashMap<>();
		final int size = big ? 20 : 12, value = big ? 12 : 8, room = big ? 8 : 4;
		for (int i = 0; i < n; i++) {
			final long start = directory + (big ? 8 : 2) + (long) i * size;
			final ByteBuffer entry = at(start, size);
			final int tag = entry.getShort() & 0xffff, type = entry.getShort() & 0xffff;
			final long count = big ? entry.getLong() : unsigned(entry.getInt());
			final long pointer = big ? entry.getLong(value) : unsigned(entry.getInt(value));
			entries.put(tag, new Entry(type, count, count * bytes(type) <= room ? start + value : pointer));
		}
		return entries;
	}

	private static int bytes(final int type) {
		return switch (type) {
			case SHORT -> 2;
			case LONG -> 4;
			case RATIONAL, LONG8 -> 8;
			default -> BYTE;
		};
	}

	private long number(final Map<Integer, Entry> entries, final int tag, final long otherwise)
		throws IOException
	{
		final Entry entry = entries.get(tag);
		return entry == null ? otherwise : number(entry, at(entry.at, bytes(entry.type)));
	}

	private long[] strips(final Entry entry, final long n) throws IOException {
		if (entry == null || entry.count != n || n > Integer.MAX_VALUE / bytes(entry.type)) throw refused(
			"doesn't say where each of its pixels is");
		final int length = (int) n * bytes(entry.type);
		// A damaged file may say that it has thousands of millions: no memory is taken for what isn't there.
		at(entry.at + length - 1, 1);
		final ByteBuffer values = at(entry.at, length);
		final long[] numbers = new long[(int) n];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = number(entry, values);
		return numbers;
	}

	private long number(final Entry entry, final ByteBuffer values) {
		return switch (entry.type) {
			case SHORT -> values.getShort() & 0xffff;
			case LONG -> unsigned(values.getInt());
			case LONG8 -> values.getLong();
			default -> throw refused("has numbers of type " + entry.type);
		};
	}

	private String text(final Entry entry) throws IOException {
		return entry == null || entry.type != ASCII || entry.count < 1 || entry.count > 1 << 20 ? "" : new String(at(entry.at,
			(int) entry.count).array(), StandardCharsets.UTF_8);
	}

	/** As ImageJ writes it: pixels a unit, and the unit in the description. */
	private double pixelSize(final Entry resolution, final String description) throws IOException {
		final Matcher unit = UNIT.matcher(description);
		if (resolution == null || resolution.type != RATIONAL || !unit.find()) return Double.NaN;
		final ByteBuffer ratio = at(resolution.at, 8);
		final double perUnit = (double) unsigned(ratio.getInt()) / unsigned(ratio.getInt());
		final double size = LengthUnit.parse(unit.group(1).replace("\\u00B5", "µ")).map(u -> 1 / perUnit * u
			.nanometres()).orElse(Double.NaN);
		return size > 0 && Double.isFinite(size) ? size : Double.NaN;
	}

	private static long unsigned(final int value) {
		return Integer.toUnsignedLong(value);
	}

	private ByteBuffer at(final long position, final int length) throws IOException {
		if (position < 0) throw refused("points beyond its end");
		final byte[] bytes = new byte[length];
		in.readFully(position, bytes);
		return ByteBuffer.wrap(bytes).order(order);
	}
}
