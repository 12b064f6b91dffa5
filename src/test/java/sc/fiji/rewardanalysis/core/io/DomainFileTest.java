package sc.fiji.rewardanalysis.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.simulate.DomainParameters;
import sc.fiji.rewardanalysis.core.simulate.DomainWalls;

class DomainFileTest {

	@TempDir
	Path folder;

	@Test
	void whatIsWrittenIsRead() throws IOException {
		final DomainParameters p = new DomainParameters(Lattices.get("SrTiO3-001"), Lattices.get("Si-110"),
			100, 90, 0.03, DomainWalls.CURVED, 3, 7.5, 1 / 3.0, 0.05, 0.004, 0.2, Long.MIN_VALUE);
		final Path file = folder.resolve("p.json");
		DomainFile.write(file, p);
		assertEquals(p, DomainFile.read(file));
		Files.writeString(file, Files.readString(file).replace("curved", "bent"));
		final String message = assertThrows(RewardAnalysisException.class, () -> DomainFile.read(file))
			.getMessage();
		assertTrue(message.contains("bent") && message.contains("curved"), message);
	}
}
