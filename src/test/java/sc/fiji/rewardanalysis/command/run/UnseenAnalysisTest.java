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

package sc.fiji.rewardanalysis.command.run;

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
