package sc.fiji.rewardanalysis.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class ImageListingTest {

	@TempDir
	Path folder;

	private List<String> names(final String pattern, final boolean recursive, final String... inputs) {
		return new ImageListing(List.of(inputs), pattern, recursive).list(new Configuration()).stream().map(
			ListedImage::name).toList();
	}

	@Test
	void listsFoldersFilesAndPatternsOnce() throws IOException {
		for (final String name : List.of("b.tif", "a.png", "notes.txt", ".hidden.tif", "deep/c.tif",
			"deep/_part/d.tif"))
		{
			Files.createDirectories(folder.resolve(name).getParent());
			Files.writeString(folder.resolve(name), name);
		}
		final String all = folder.toString();
		assertEquals(List.of("a.png", "b.tif"), names(ImageListing.PATTERN, false, all));
		assertEquals(List.of("b.tif", "c.tif"), names("*.tif", true, all));
		assertEquals(List.of("a.png", "b.tif", "notes.txt"), names("*.tif", false, all, all + "/*.{png,txt}",
			folder.toUri().toString()));
		assertThrows(RewardAnalysisException.class, () -> names("*.dm3", false, all));
		assertThrows(RewardAnalysisException.class, () -> names("*", false, all + "/none"));
	}

	@Test
	void baseIsTheFolderOfAll() {
		assertEquals("file:/a/", AnalyseImages.base(List.of(image("file:/a/b.tif"), image(
			"file:/a/bc/d.tif"))));
		assertEquals("file:/a/", AnalyseImages.base(List.of(image("file:/a/b.tif"))));
		assertEquals("file:/a/", AnalyseImages.base(List.of(image("file:/a/b"), image("file:/a/b2"))));
	}

	private static ListedImage image(final String path) {
		return new ListedImage(path, 1, 1);
	}
}
