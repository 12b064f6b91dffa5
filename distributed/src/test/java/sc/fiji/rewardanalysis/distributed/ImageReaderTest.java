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
