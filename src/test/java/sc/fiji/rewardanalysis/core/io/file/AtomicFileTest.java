package sc.fiji.rewardanalysis.core.io.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
