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
