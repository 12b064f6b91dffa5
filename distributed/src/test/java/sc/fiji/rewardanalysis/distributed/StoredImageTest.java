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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.io.FileSaver;
import ij.process.ImageConverter;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.PartMaxima.Part;

class StoredImageTest {

	private final Configuration hadoop = new Configuration();

	@TempDir
	Path folder;

	private StoredImage tiff(final Path file) throws IOException {
		try (FSDataInputStream in = StoredImage.open(file.toString(), hadoop)) {
			return TiffHeader.read(in, file.toString());
		}
	}

	private float[] part(final StoredImage image, final Part part) {
		final float[] pixels = new float[part.width() * part.height()];
		int i = 0;
		for (final FloatType pixel : image.read(part, hadoop))
			pixels[i++] = pixel.get();
		return pixels;
	}

	private static float[] expected(final ImagePlus image, final Part part) {
		final float[] pixels = new float[part.width() * part.height()];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = image.getProcessor().getf(part.fromX() + i % part.width(), part.fromY() + i / part
				.width());
		return pixels;
	}

	@Test
	void readsPartsOfWhatImageJWrites() throws IOException {
		final ImagePlus image = TestImages.image(64, 1);
		final Part part = new Part(5, 17, 60, 64);
		for (final String type : new String[] { "32-bit", "16-bit", "8-bit" }) {
			if (type.equals("16-bit")) new ImageConverter(image).convertToGray16();
			if (type.equals("8-bit")) new ImageConverter(image).convertToGray8();
			assertEquals(type, image.getBitDepth() + "-bit");
			for (final boolean little : new boolean[] { true, false }) {
				Prefs.intelByteOrder = little;
				final Path file = folder.resolve(type + little + ".tif");
				new FileSaver(image).saveAsTiff(file.toString());
				final StoredImage stored = tiff(file);
				assertEquals(0.015, stored.pixelSize(), 1e-9, type);
				assertEquals(little || type.equals("8-bit"), stored.littleEndian() || type.equals("8-bit"));
				assertArrayEquals(expected(image, part), part(stored, part), type);
			}
		}
		Prefs.intelByteOrder = false;
	}

	@Test
	void readsRawFiles() throws IOException {
		final ByteBuffer bytes = ByteBuffer.allocate(10 + 2 * 12).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < 12; i++)
			bytes.putShort(10 + 2 * i, (short) (65000 + i));
		final Path file = Files.write(folder.resolve("a.raw"), bytes.array());
		final StoredImage image = RawFile.of(file.toString(),
			"width=4,height=3,type=16-bit,offset=10,order=little", Files.size(file));
		assertArrayEquals(new float[] { 65005, 65006, 65009, 65010 }, part(image, new Part(1, 1, 3, 3)));
		assertTrue(assertThrows(RewardAnalysisException.class, () -> RawFile.of(file.toString(),
			"width=4,height=4,type=16-bit,offset=10", Files.size(file))).getMessage().contains("fewer than"));
		assertThrows(RewardAnalysisException.class, () -> RawFile.of("a", "width=4,size=4", 99));
	}

	/** A BigTIFF of 3 x 2 pixels of 8 bits in two strips. */
	static byte[] bigTiff() {
		// Tags ascend.
		final long[][] tags = { { 256, 4, 1, 3 }, { 257, 4, 1, 2 }, { 258, 3, 1, 8 }, { 259, 3, 1, 1 }, { 262,
			3, 1, 1 }, { 273, 16, 2, 200 }, { 277, 3, 1, 1 }, { 278, 4, 1, 1 } };
		final ByteBuffer bytes = ByteBuffer.allocate(230).order(ByteOrder.LITTLE_ENDIAN);
		bytes.put((byte) 'I').put((byte) 'I').putShort((short) 43).putShort((short) 8).putShort((short) 0)
			.putLong(16).putLong(tags.length);
		for (final long[] tag : tags)
			bytes.putShort((short) tag[0]).putShort((short) tag[1]).putLong(tag[2]).putLong(tag[3]);
		bytes.putLong(200, 220).putLong(208, 224);
		for (int i = 0; i < 3; i++)
			bytes.put(220 + i, (byte) (i + 1)).put(224 + i, (byte) (250 + i));
		return bytes.array();
	}

	@Test
	void readsBeyondFourGigabytes() throws IOException {
		final Path file = Files.write(folder.resolve("big.tif"), bigTiff());
		assertArrayEquals(new float[] { 2, 3, 251, 252 }, part(tiff(file), new Part(1, 0, 3, 2)));
	}

	@Test
	void refusesWhatIsntReadInParts() throws IOException {
		final ImageStack stack = new ImageStack(8, 8);
		stack.addSlice(TestImages.image(8, 1).getProcessor());
		stack.addSlice(TestImages.image(8, 2).getProcessor());
		final Path file = folder.resolve("stack.tif");
		new FileSaver(new ImagePlus("stack", stack)).saveAsTiff(file.toString());
		assertTrue(assertThrows(RewardAnalysisException.class, () -> tiff(file)).getMessage().contains(
			"is a stack"));
		final Path text = Files.writeString(folder.resolve("text.tif"), "no image at all");
		assertTrue(assertThrows(RewardAnalysisException.class, () -> tiff(text)).getMessage().contains(
			"is no TIFF"));
		final StoredImage cut = RawFile.of(text.toString(), "width=5,height=5,type=8-bit", 25);
		assertThrows(RewardAnalysisException.class, () -> part(cut, new Part(0, 0, 5, 5)));
	}
}
