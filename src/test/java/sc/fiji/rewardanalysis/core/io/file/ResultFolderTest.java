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

package sc.fiji.rewardanalysis.core.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.many.FolderJournal;
import sc.fiji.rewardanalysis.core.workflow.many.FileState;
import sc.fiji.rewardanalysis.core.workflow.many.FolderLog;
import sc.fiji.rewardanalysis.core.workflow.many.ImageFile;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

/** Folders of results, and the journal that knows them. */
class ResultFolderTest {

	@TempDir
	Path root;

	private void write(final String text) throws IOException {
		try (ResultFolder folder = new ResultFolder(root.resolve("sub/a"))) {
			Files.writeString(folder.path().resolve("x.txt"), text);
			assertTrue(folder.path().getFileName().toString().startsWith("."));
			folder.finish(Map.of("image", "a.tif"));
		}
	}

	private List<String> all() throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.map(f -> root.relativize(f).toString()).filter(f -> !f.isEmpty()).sorted().toList();
		}
	}

	@Test
	void itIsThereWholeOrNotAtAll() throws IOException {
		try (ResultFolder folder = new ResultFolder(root.resolve("sub/a"))) {
			Files.writeString(folder.path().resolve("x.txt"), "half");
			assertFalse(Files.exists(root.resolve("sub/a")));
		}
		assertEquals(List.of("sub"), all());
		write("one");
		write("two");
		assertEquals("two", Files.readString(root.resolve("sub/a/x.txt")));
		assertEquals(List.of("sub", "sub/a", "sub/a/image.json", "sub/a/x.txt"), all());
	}

	@Test
	void itReplacesNothingOfTheUsers() throws IOException {
		Files.createDirectories(root.resolve("a"));
		Files.writeString(root.resolve("a/precious.tif"), "x");
		assertTrue(assertThrows(RewardAnalysisException.class, () -> new ResultFolder(root.resolve("a")))
			.getMessage().contains("no image.json"));
		assertTrue(Files.exists(root.resolve("a/precious.tif")));
		assertFalse(Files.exists(root.resolve(".a.part")));
	}

	@Test
	void whatAKillLeavesIsDeleted() throws IOException {
		write("one");
		Files.createDirectories(root.resolve("sub/.a.part/deeper"));
		Files.writeString(root.resolve("sub/.a.part/deeper/y"), "");
		Files.createDirectories(root.resolve("sub/.a.old"));
		Files.createDirectories(root.resolve("sub/.b.part"));
		Files.writeString(root.resolve(".latest.png.2dsye5ii8.reward-analysis.tmp"), "half");
		Files.writeString(root.resolve(".profile"), "the user's");
		ResultFolder.tidy(root, Stream.of("sub/a", "c"));
		assertFalse(Files.exists(root.resolve(".latest.png.2dsye5ii8.reward-analysis.tmp")));
		Files.delete(root.resolve(".profile"));
		assertEquals(List.of("sub", "sub/.b.part", "sub/a", "sub/a/image.json", "sub/a/x.txt"), all());
	}

	private static FolderLog.Entry entry(final String image, final String failure,
		final Map<String, Object> figures)
	{
		return new FolderLog.Entry(new ImageOutcome(image, image + " folder", failure, figures, 1.25),
			new FileState(3, 4, "ab"), "a=[b c]");
	}

	@Test
	void theJournalGivesBackWhatWasWritten() {
		final Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("atoms", 12L);
		figures.put("qc", 0.1 + 0.2);
		figures.put("none", Double.NaN);
		figures.put("far", Double.NEGATIVE_INFINITY);
		figures.put("text", "a \"b\", c\nd");
		figures.put("flag", true);
		final List<FolderLog.Entry> entries = List.of(entry("a.tif", "", figures), entry("b ü.tif", "It is bad.",
			Map.of()), new FolderLog.Entry(new ImageOutcome("c", "c", "gone", Map.of(), 0), null, ""));
		try (FolderJournal journal = FolderJournal.open(root, Map.of("analysis", "x"))) {
			assertEquals(List.of(), journal.known());
			entries.forEach(journal::done);
			assertTrue(assertThrows(RewardAnalysisException.class, () -> FolderJournal.open(root, Map.of(
				"analysis", "x"))).getMessage().contains("is in use by another run"));
		}
		try (FolderJournal journal = FolderJournal.open(root, Map.of("analysis", "x"))) {
			assertEquals(entries, journal.known());
		}
		try (FolderJournal journal = FolderJournal.open(root, Map.of("analysis", "y"))) {
			assertEquals(List.of(), journal.known());
		}
		assertTrue(Files.exists(root.resolve("folder-1.jsonl")));
	}

	@Test
	void anEntryIsOfAnImageAsLongAsNothingChanges() throws IOException {
		final Path file = Files.writeString(root.resolve("a.tif"), "abc");
		final FolderLog.Entry entry = new FolderLog.Entry(new ImageOutcome("a.tif", "a", "", Map.of(), 1),
			FileState.of(file), "x=1");
		final ImageFile image = new ImageFile("a.tif", file, "a");
		assertTrue(entry.isOf(image, "x=1"));
		assertFalse(entry.isOf(image, "x=2"));
		assertFalse(entry.isOf(new ImageFile("a.tif", file, "a.tif"), "x=1"));
		assertFalse(new FolderLog.Entry(new ImageOutcome("a.tif", "a", "bad", Map.of(), 1), FileState.of(
			file), "x=1").isOf(image, "x=1"));
		Files.writeString(file, "abcd");
		assertFalse(entry.isOf(image, "x=1"));
	}
}
