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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class ImageReaderTest {

	@TempDir
	Path folder;

	@TempDir
	Path local;

	private ImagePlus read(final String name) {
		return ImageReader.read(new ListedImage("file:" + folder.resolve(name), 1, 1),
			new Configuration(), local);
	}

	@Test
	void anImageIsThatOfTheFile() throws IOException {
		TestImages.write(folder.resolve("a b.tif"), 64, 1);
		final ImagePlus image = read("a b.tif"), expected = TestImages.image(64, 1);
		assertEquals("a b.tif", image.getTitle());
		assertArrayEquals((float[]) expected.getProcessor().getPixels(), (float[]) image.getProcessor()
			.getPixels());
		assertEquals(expected.getCalibration().pixelWidth, image.getCalibration().pixelWidth, 1e-9);
		try (Stream<Path> left = Files.list(local)) {
			assertEquals(0, left.count());
		}
	}

	/** As on a single machine. */
	@Test
	void halfAnImageIsNone() throws IOException {
		final Path file = folder.resolve("half.tif");
		TestImages.write(file, 64, 1);
		final byte[] bytes = Files.readAllBytes(file);
		Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
		refuses("half.tif", "cut short");
	}

	@Test
	void whatIsNoImageIsSaid() throws IOException {
		Files.writeString(folder.resolve("notes.txt"), "1 2 3");
		refuses("notes.txt", "no image");
		Files.createFile(folder.resolve("empty.png"));
		refuses("empty.png", "empty");
		refuses("none.tif", "can't be copied");
	}

	private void refuses(final String name, final String words) {
		final String message = assertThrows(RewardAnalysisException.class, () -> read(name)).getMessage();
		assertTrue(message.contains(words), message);
	}
}
