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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** A damaged bitmap is refused before ImageJ counts to thousands of millions; a whole one is opened. */
class BitmapCheckTest {

	@TempDir
	Path folder;

	/** Height and number of colours. */
	private Path bitmap(final int height, final int colours) throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(12, 10, BufferedImage.TYPE_BYTE_GRAY), "bmp", bytes);
		final ByteBuffer header = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
		return Files.write(folder.resolve("a.bmp"), header.putInt(22, height).putInt(46, colours).array());
	}

	@ParameterizedTest
	@CsvSource({ "10, 256", "10, 0", "-10, 256" })
	void wholeOnesAreOpened(final int height, final int colours) throws IOException {
		final ImagePlus image = ImageFiles.open(bitmap(height, colours), Progress.NONE);
		assertEquals(12, image.getWidth());
		assertEquals(10, image.getHeight());
	}

	@ParameterizedTest
	@CsvSource({ "10, 2000000000, tables", "10, -1, tables", "2000000000, 256, 12 x 2000000000 px",
		"-2147483648, 256, 12 x 2147483648 px" })
	void damagedOnesAreRefused(final int height, final int colours, final String words) throws IOException {
		final Path file = bitmap(height, colours);
		final String message = assertThrows(RewardAnalysisException.class, () -> ImageFiles.open(file, Progress.NONE))
			.getMessage();
		assertTrue(message.contains(words), message);
	}

	/** Whatever else begins so, or is shorter than a header, is somebody else's. */
	@Test
	void othersAreLeftAlone() throws IOException {
		BitmapCheck.check(Files.writeString(folder.resolve("a.txt"), "BM"));
		BitmapCheck.check(Files.writeString(folder.resolve("b.txt"), "A".repeat(100)));
	}
}
