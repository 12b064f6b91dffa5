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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of one run and the next, in one folder. */
class RunFilesTest {

	@TempDir
	Path folder;

	private void write(final String... names) {
		for (final String name : names)
			AtomicFile.write(folder.resolve(name), name + System.nanoTime());
	}

	private String run(final String... names) {
		final RunFiles run = RunFiles.begin(folder, List.of());
		write(names);
		return run.end();
	}

	private Set<String> there() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).filter(n -> !n.equals(RunFiles.NAME) && !n.startsWith(
				"earlier-")).collect(Collectors
				.toCollection(TreeSet::new));
		}
	}

	private static Set<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
		}
	}

	private boolean isRecorded() {
		return Files.exists(folder.resolve(RunFiles.NAME));
	}

	@Test
	void theLastRunsFilesStay() throws IOException {
		assertEquals("", run("a", "b"));
		assertEquals("", run("a", "b", "c"));
		assertEquals("Moved from output_folder into its folder earlier-1, for it was of an earlier run: a, c.", run("b",
			"d"));
		assertEquals(Set.of("a", "c"), names(folder.resolve("earlier-1")));
		assertEquals(Set.of("b", "d"), there());
		assertEquals("", run());
		assertEquals(Set.of("b", "d"), there(), "who writes nothing moves nothing");
		assertFalse(run("e").isEmpty());
		assertEquals(Set.of("e"), there());
		assertEquals(Set.of("b", "d"), names(folder.resolve("earlier-2")));
	}

	@Test
	void nothingIsLeftOfARunThatWritesNothing() {
		run();
		assertFalse(isRecorded());
		write("outside of any run");
		assertFalse(isRecorded());
		RunFiles.aside(folder).end();
		assertFalse(isRecorded());
	}

	/** Killed before its end, in the middle of a line, between line and file. */
	@Test
	void killedRunsFilesAreKnown() throws IOException {
		run("a");
		RunFiles.begin(folder, List.of());
		write("b");
		Files.writeString(folder.resolve(RunFiles.NAME), "12 34 c\n99 1", StandardOpenOption.APPEND);
		Files.writeString(folder.resolve("c"), "was never written by it");
		final String told = run("d");
		assertEquals(Set.of("c", "d"), there());
		assertEquals("Moved from output_folder into its folder earlier-1, for it was of an earlier run: a, b. " +
			"Left in output_folder, though of an earlier run: c (changed since).", told);
	}

	@Test
	void otherSizesAndTimesAreTheUsers() throws IOException {
		run("longer", "later", "copied", "same");
		Files.writeString(folder.resolve("longer"), "!", StandardOpenOption.APPEND);
		Files.setLastModifiedTime(folder.resolve("later"), FileTime.fromMillis(1_000_000));
		final byte[] copy = Files.readAllBytes(folder.resolve("copied"));
		Files.delete(folder.resolve("copied"));
		Files.createDirectory(folder.resolve("copied"));
		Files.write(folder.resolve("copied/inside"), copy);
		run("x");
		assertEquals(Set.of("longer", "later", "copied", "x"), there());
	}

	/** Saved by a window of the run that has ended. */
	@Test
	void whatIsWrittenLaterIsOfTheRunBefore() throws IOException {
		run("a", "b");
		write("b", "late");
		run("x");
		assertEquals(Set.of("x"), there());
	}

	@Test
	void networksAndFilesAsideStay() throws IOException {
		run("columns.safetensors", "before.json", "a");
		assertEquals("", run("network.safetensors"), "which is a checkpoint, and no result");
		assertTrue(there().contains("a"));
		final RunFiles aside = RunFiles.aside(folder);
		write("image");
		assertEquals("", aside.end());
		write("late");
		assertEquals("Moved from output_folder into its folder earlier-1, for it was of an earlier run: a, late. Left in output_folder, " +
			"though of an earlier run: columns.safetensors, before.json, network.safetensors.", run("x"));
		assertEquals(Set.of("columns.safetensors", "before.json", "network.safetensors", "image", "x"), there());
	}

	@Test
	void whoReadsAFileBuildsOnAll() throws IOException {
		run("a", "b");
		for (final Path input : List.of(folder, folder.resolve("a"), folder.resolve("../" + folder.getFileName() + "/b"))) {
			final RunFiles reader = RunFiles.begin(folder, List.of(input, Path.of("nowhere")));
			write("c");
			assertEquals("", reader.end());
		}
		assertEquals(Set.of("a", "b", "c"), there());
		Files.writeString(folder.resolve("mine"), "");
		final RunFiles run = RunFiles.begin(folder, List.of(folder.resolve("mine")));
		write("x");
		assertFalse(run.end().isEmpty());
		assertEquals(Set.of("mine", "x"), there());
	}
}
