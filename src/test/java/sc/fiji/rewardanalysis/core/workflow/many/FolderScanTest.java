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

package sc.fiji.rewardanalysis.core.workflow.many;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class FolderScanTest {

	@TempDir
	Path folder;

	private void make(final String... files) throws IOException {
		for (final String file : files) {
			final Path path = folder.resolve("in").resolve(file);
			Files.createDirectories(path.getParent());
			Files.writeString(path, file);
		}
	}

	private List<ImageFile> scan(final String pattern, final boolean recursive) {
		return new FolderScan(folder.resolve("in"), FilePatterns.parse(pattern), recursive, folder.resolve(
			"in/results")).images(Map.of(), Progress.NONE);
	}

	private List<String> found(final String pattern, final boolean recursive) {
		return scan(pattern, recursive).stream().map(ImageFile::image).toList();
	}

	@Test
	void namesAreInTheOrderInWhichPeopleCount() {
		final List<String> sorted = List.of("1.tif", "2.tif", "10.tif", "a/1.tif", "a/2/x.tif", "a.tif",
			"A1.tif", "a2.tif", "a02b.tif", "a10.tif", "a123456789012345678901.tif", "b.tif");
		for (int seed = 0; seed < 50; seed++) {
			final List<String> shuffled = new ArrayList<>(sorted);
			Collections.shuffle(shuffled, new Random(seed));
			shuffled.sort(NaturalOrder.INSTANCE);
			assertEquals(sorted, shuffled);
		}
		assertTrue(NaturalOrder.INSTANCE.compare("a1", "a01") != 0);
		assertEquals(0, NaturalOrder.INSTANCE.compare("a01", "a01"));
	}

	@Test
	void patternsAreOfNamesOrPaths() {
		final FilePatterns names = FilePatterns.parse("*.tif; x?.PNG,");
		assertTrue(names.matches("a.TIF"));
		assertTrue(names.matches("sub/a.tif"));
		assertTrue(names.matches("X1.png"));
		assertFalse(names.matches("x12.png"));
		assertFalse(names.matches("a.tiff"));
		final FilePatterns paths = FilePatterns.parse("day1/*.tif;**/raw/*.dm4");
		assertTrue(paths.matches("day1/a.tif"));
		assertFalse(paths.matches("day1/b/a.tif"));
		assertFalse(paths.matches("a.tif"));
		assertTrue(paths.matches("raw/a.dm4"));
		assertTrue(paths.matches("x/y/raw/a.dm4"));
		assertTrue(FilePatterns.parse("a[1](2)+.tif").matches("a[1](2)+.tif"));
		assertThrows(RewardAnalysisException.class, () -> FilePatterns.parse(" ; "));
	}

	@Test
	void resultsHiddenFilesAndCirclesAreLeftOut() throws IOException {
		make("b.tif", "a10.tif", "a9.tif", "x.txt", "sub/c.tif", "results/old.tif", ".hidden/d.tif",
			"sub/.e.tif", "sub/._c.tif");
		link(folder.resolve("in/sub/circle"), folder.resolve("in"));
		make("../elsewhere/far.tif");
		link(folder.resolve("in/linked"), folder.resolve("elsewhere"));
		assertEquals(List.of("a9.tif", "a10.tif", "b.tif"), found("*.tif", false));
		assertEquals(List.of("a9.tif", "a10.tif", "b.tif", "linked/far.tif", "sub/c.tif"), found("*.tif",
			true));
	}

	/** They have no end, so that nobody could read them. */
	@Test
	void pipesAndDevicesAreLeftOut() throws Exception {
		make("a.tif");
		link(folder.resolve("in/lost.tif"), folder.resolve("none.tif"));
		Assumptions.assumeFalse(OS.WINDOWS.isCurrentOs(), "there are no pipes among files");
		assertEquals(0, new ProcessBuilder("mkfifo", folder.resolve("in/b.tif").toString()).start().waitFor());
		final Path zeros = folder.resolve("in/zeros.tif");
		link(zeros, Path.of("/dev/zero"));
		assertEquals(List.of("a.tif", "lost.tif"), found("*.tif", false));
		assertEquals(List.of("a.tif", "lost.tif"), found("*.tif", true));
		Files.delete(zeros);
	}

	/** Windows lets only some people make links. */
	private static void link(final Path link, final Path target) throws IOException {
		try {
			Files.createSymbolicLink(link, target);
		}
		catch (final FileSystemException exc) {
			Assumptions.assumeFalse(OS.WINDOWS.isCurrentOs(), exc.getMessage());
			throw exc;
		}
	}

	@Test
	void foldersAreChecked() throws IOException {
		make("a.tif");
		final Path in = folder.resolve("in");
		assertTrue(assertThrows(RewardAnalysisException.class, () -> new FolderScan(folder.resolve("none"),
			FilePatterns.parse("*"), false, in)).getMessage().contains("no folder"));
		assertTrue(assertThrows(RewardAnalysisException.class, () -> new FolderScan(in, FilePatterns.parse(
			"*"), false, in.resolve("../in"))).getMessage().contains("are both"));
	}

	@Test
	void eachImageHasAFolderOfItsOwn() throws IOException {
		make("a.tif", "b.tif", "b.png", "C.tif", "c.tiff", "d.tif", "d/1.tif", "shared.tif", "e..tif");
		final Map<String, String> folders = new TreeMap<>();
		scan("*.*", true).forEach(i -> folders.put(i.image(), i.folder()));
		assertEquals("a", folders.get("a.tif"));
		assertEquals("b.tif", folders.get("b.tif"));
		assertEquals("b.png", folders.get("b.png"));
		assertEquals("C.tif", folders.get("C.tif"));
		assertEquals("c.tiff", folders.get("c.tiff"));
		assertEquals("d.tif", folders.get("d.tif"));
		assertEquals("d/1", folders.get("d/1.tif"));
		assertEquals("shared.tif", folders.get("shared.tif"));
		assertEquals("e..tif", folders.get("e..tif"));
	}

	/** No system has names of more than 255 bytes, and results need some more for a while. */
	@Test
	void longNamesAreCut() {
		final String ascii = "x".repeat(251), wide = "\u65e5".repeat(80), pairs = "\ud83d\ude00".repeat(60);
		final List<String> images = List.of(ascii + ".tif", ascii + ".png", wide + ".tif", pairs + ".tif", "a/" +
			"y".repeat(199) + ".tif", "z".repeat(150) + "/" + "z".repeat(220) + ".tif");
		final FolderNames names = new FolderNames(Map.of(), images);
		final List<String> folders = images.stream().map(names::of).toList();
		assertEquals("x".repeat(200) + "-2", folders.get(0));
		assertEquals("x".repeat(200) + "-3", folders.get(1));
		assertEquals("\u65e5".repeat(66) + "-2", folders.get(2));
		assertEquals("\ud83d\ude00".repeat(50) + "-2", folders.get(3));
		assertEquals("a/" + "y".repeat(199), folders.get(4));
		assertEquals("z".repeat(150) + "__" + "z".repeat(48) + "-2", folders.get(5));
	}

	/** Whatever names there are, and whatever had a folder before. */
	@Test
	void noFolderLiesInAnother() {
		for (int seed = 0; seed < 500; seed++) {
			final Random random = new Random(seed);
			final Set<String> images = new HashSet<>();
			for (int i = 0; i < 12; i++)
				images.add(name(random) + (random.nextBoolean() ? "/" + name(random) : ""));
			final List<String> all = new ArrayList<>(images), early = all.subList(0, random.nextInt(all.size()));
			final Map<String, String> known = new HashMap<>();
			final FolderNames before = new FolderNames(Map.of(), early);
			early.forEach(image -> known.put(image, before.of(image)));
			final FolderNames names = new FolderNames(known, all);
			final List<String> folders = all.stream().map(names::of).map(f -> f.toLowerCase(Locale.ROOT))
				.toList();
			early.forEach(image -> assertEquals(known.get(image), names.of(image)));
			assertEquals(folders.size(), new HashSet<>(folders).size(), all + " " + folders);
			for (final String a : folders)
				for (final String b : folders)
					assertFalse(b.startsWith(a + "/"), all + ": " + a + " holds " + b);
		}
	}

	private static String name(final Random random) {
		final String[] stems = { "a", "A", "b", "a.b", "shared", "a-2" }, ends = { ".tif", ".TIF", ".png", "" };
		return stems[random.nextInt(stems.length)] + ends[random.nextInt(ends.length)];
	}

	@Test
	void aFileIsTheSameAsLongAsItsBytesAre() throws IOException {
		make("a.tif");
		final Path file = folder.resolve("in/a.tif");
		final FileState state = FileState.of(file);
		assertTrue(state.isOf(file));
		Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
		assertTrue(state.isOf(file));
		Files.writeString(file, "b.tif");
		assertFalse(state.isOf(file));
		Files.writeString(file, "longer");
		assertFalse(state.isOf(file));
		Files.delete(file);
		assertFalse(state.isOf(file));
		assertTrue(assertThrows(RewardAnalysisException.class, () -> FileState.of(file)).getMessage()
			.contains("no file"));
	}

	/** The clocks of drives are too coarse to tell two writes apart that follow closely. */
	@Test
	void aTimeIsTrustedOnlyOnceItHasPassed() throws IOException {
		make("a.tif");
		final Path file = folder.resolve("in/a.tif");
		final FileTime now = Files.getLastModifiedTime(file), past = FileTime.fromMillis(1000);
		final FileState fresh = FileState.of(file);
		assertEquals(-1, fresh.modified());
		Files.writeString(file, "b.tif");
		Files.setLastModifiedTime(file, now);
		assertFalse(fresh.isOf(file));
		Files.setLastModifiedTime(file, past);
		final FileState old = FileState.of(file);
		assertEquals(1000, old.modified());
		Files.writeString(file, "c.tif");
		Files.setLastModifiedTime(file, past);
		assertTrue(old.isOf(file));
	}
}
