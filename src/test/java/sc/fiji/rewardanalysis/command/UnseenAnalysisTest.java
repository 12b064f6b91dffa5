package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

class UnseenAnalysisTest {

	@TempDir
	Path folder;

	private static Context context() {
		return new Context(UnseenAnalysis.services().toArray(new Class[0]));
	}

	@Test
	void writesWhatTheCommandWrites() {
		final ImagePlus image = SimulatedImages.toImagePlus(Ybco.image(), "ybco");
		final List<String> notes = new ArrayList<>();
		try (Context context = context()) {
			new UnseenAnalysis(context, "Optimize Atom Finding...", "refine=none").run(image, folder.resolve("a"),
				Map.of("seed", "7"), notes::add, Progress.NONE);
		}
		assertTrue(Files.exists(folder.resolve("a/atoms.csv")));
		assertEquals(List.of(), notes);
	}

	@Test
	void optionsAreCheckedBeforeTheFirstImage() {
		try (Context context = context()) {
			assertEquals("\"sigma\" is no option of Find Atoms....", refused(context, "Find Atoms...", "sigma=3"));
			assertEquals("threshold is \"much\", which is no number with a decimal point.", refused(context,
				"Find Atoms...", "threshold=much"));
			assertTrue(refused(context, "Find Atoms...", "output_folder=/x").contains("leave it out"));
			assertTrue(refused(context, "Find Stars...", "").contains("choose one of Classify Atoms..., "));
		}
	}

	private static String refused(final Context context, final String leaf, final String options) {
		return assertThrows(RewardAnalysisException.class, () -> new UnseenAnalysis(context, leaf, options))
			.getMessage();
	}
}
