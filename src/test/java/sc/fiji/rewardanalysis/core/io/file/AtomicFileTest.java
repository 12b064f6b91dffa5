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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

class AtomicFileTest {

	@TempDir
	Path folder;

	@Test
	void replacesAndLeavesNothingBehind() throws IOException {
		final Path file = folder.resolve("a/b/out.txt");
		AtomicFile.write(file, "first, longer");
		AtomicFile.write(file, "zwölf");
		assertEquals("zwölf", Files.readString(file));
		AtomicFile.write(file, new byte[] { 1, 2 });
		assertArrayEquals(new byte[] { 1, 2 }, Files.readAllBytes(file));
		try (var files = Files.list(file.getParent())) {
			assertEquals(1, files.count());
		}
	}

	@Test
	void saysWhereItCannotWrite() throws IOException {
		final Path inTheWay = Files.writeString(folder.resolve("file"), "");
		final var e = assertThrows(RewardAnalysisException.class, () -> AtomicFile.write(inTheWay
			.resolve("out.txt"), "text"));
		assertTrue(e.getMessage().contains("out.txt") && e.getMessage().contains("choose a folder"),
			e.getMessage());
		assertThrows(RewardAnalysisException.class, () -> AtomicFile.write(folder, "text"));
	}

	/** A kill leaves them; another run may be writing the young one. */
	@Test
	void whatAKillHasLeftIsDeletedByTheNextRun() throws IOException {
		final Path old = Files.writeString(folder.resolve(".atoms.csv.2dsye5ii8.reward-analysis.tmp"), "half");
		final Path probe = Files.writeString(folder.resolve(".writable.123.reward-analysis.tmp"), "");
		final Path young = Files.writeString(folder.resolve(".pareto.csv.2dsye5ij9.reward-analysis.tmp"), "h");
		final Path other = Files.writeString(folder.resolve(".notes.old.tmp"), "somebody else's");
		final FileTime hourAgo = FileTime.from(Instant.now().minusSeconds(3600));
		for (final Path file : List.of(old, probe, other))
			Files.setLastModifiedTime(file, hourAgo);
		AtomicFile.checkWritable(folder);
		try (var files = Files.list(folder)) {
			assertEquals(Set.of(young, other), files.collect(Collectors.toSet()));
		}
	}
}
