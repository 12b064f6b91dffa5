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

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.Prefs;
import ij.io.FileSaver;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.PartMaxima.Part;

/**
 * Headers of TIFFs whose bytes were changed at random: each is read or refused, within seconds and without
 * memory for what isn't there. With {@code -Dfuzz.cases=100000 -Dfuzz.seed=7} more and others.
 */
class TiffHeaderFuzzTest {

	private static final int CASES = Integer.getInteger("fuzz.cases", 3000);
	private static final long[] EXTREMES = { -1, 0, 1, 2, 255, 65535, Integer.MAX_VALUE, Integer.MIN_VALUE,
		0xffffffffL, 1L << 31, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE };

	private final Configuration hadoop = new Configuration();

	@TempDir
	Path folder;

	@Test
	void whateverAHeaderSays() throws IOException {
		final byte[][] files = { ofImageJ(true), ofImageJ(false), StoredImageTest.bigTiff() };
		final Random random = new Random(Long.getLong("fuzz.seed", 42));
		final Path file = folder.resolve("a.tif");
		int read = 0;
		for (int i = 0; i < CASES; i++) {
			final byte[] bytes = damaged(files[i % files.length], random);
			Files.write(file, bytes);
			// The local file system of Hadoop would compare checksums.
			if (assertTimeoutPreemptively(Duration.ofSeconds(10), () -> isRead(file, bytes))) read++;
		}
		assertTrue(read > CASES / 100 && read < CASES * 0.95, read + " of " + CASES + " were read");
	}

	private byte[] ofImageJ(final boolean little) throws IOException {
		Prefs.intelByteOrder = little;
		final Path file = folder.resolve("whole.tif");
		new FileSaver(TestImages.image(16, 1)).saveAsTiff(file.toString());
		Prefs.intelByteOrder = false;
		return Files.readAllBytes(file);
	}

	/** Of the header, which is where a file begins. */
	private static byte[] damaged(final byte[] whole, final Random random) {
		final byte[] bytes = random.nextInt(10) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole
			.clone();
		for (int n = 1 + random.nextInt(3); n > 0 && bytes.length > 0; n--) {
			final int at = random.nextInt(Math.min(bytes.length, 300));
			final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN
				: ByteOrder.BIG_ENDIAN);
			final long value = EXTREMES[random.nextInt(EXTREMES.length)];
			switch (random.nextInt(4)) {
				case 0 -> bytes[at] = (byte) random.nextInt(256);
				case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
				case 2 -> {
					if (at + 4 <= bytes.length) buffer.putInt(at, (int) value);
				}
				default -> {
					if (at + 8 <= bytes.length) buffer.putLong(at, value);
				}
			}
		}
		return bytes;
	}

	private boolean isRead(final Path file, final byte[] bytes) {
		try (FSDataInputStream in = StoredImage.open(file.toString(), hadoop)) {
			final StoredImage image = TiffHeader.read(in, file.toString());
			image.read(new Part(0, 0, Math.min(16, image.width()), Math.min(16, image.height())), hadoop);
			return true;
		}
		catch (final RewardAnalysisException | IOException exc) {
			// FindAtomsInTiles makes a sentence of the latter.
			assertTrue(exc.getMessage() == null || !exc.getMessage().contains("sc.fiji"), exc.getMessage());
			return false;
		}
		catch (final RuntimeException | Error exc) {
			return fail(HexFormat.of().formatHex(bytes), exc);
		}
	}
}
