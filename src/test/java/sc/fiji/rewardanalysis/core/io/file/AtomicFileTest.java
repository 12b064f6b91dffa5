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
