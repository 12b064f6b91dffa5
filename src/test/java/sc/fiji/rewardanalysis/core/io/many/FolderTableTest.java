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

package sc.fiji.rewardanalysis.core.io.many;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

class FolderTableTest {

	@TempDir
	Path folder;

	private static Map<String, Object> figures(final Object... figures) {
		final Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < figures.length; i += 2)
			map.put((String) figures[i], figures[i + 1]);
		return map;
	}

	@Test
	void aRowAnImageWhateverItsAnalysis() throws Exception {
		FolderTable.write(folder, List.of(new ImageOutcome("a/1.tif", "a/1", "", figures("atoms", 181, "ER",
			0.01, "contrast", "bright"), 1.5), new ImageOutcome("2.tif", "2", "It has no pixel size; give one.",
				Map.of(), 0.25), new ImageOutcome("3.tif", "3", "", figures("regions", 2, "ER", Double.NaN), 2)));
		assertEquals("""
			image,status,reason,folder,seconds,regions,atoms,ER,contrast
			a/1.tif,done,,a/1,1.5,,181,0.01,bright
			2.tif,failed,It has no pixel size; give one.,2,0.25,,,,
			3.tif,done,,3,2.0,2,,,
			""", Files.readString(folder.resolve("results.csv")));
	}

	@Test
	void noImagesAreAHeading() {
		assertEquals("image,status,reason,folder,seconds\n", FolderTable.of(List.of()).toText());
	}

	/** What a spreadsheet would run is text; numbers with a sign are numbers. */
	@Test
	void namesAreNoFormulas() throws Exception {
		FolderTable.write(folder, List.of(new ImageOutcome("=cmd|' /C calc'!A0.tif", "-2+3", "@SUM(1,2)\nfails",
			figures("shift_px", -0.5, "+note", "+1", "seconds", 3, "quote", "'tis, \"so\""), 1)));
		final Path file = folder.resolve("results.csv");
		assertEquals("image,status,reason,folder,seconds,shift_px,'+note,figure_seconds,quote\n" +
			"'=cmd|' /C calc'!A0.tif,failed,\"'@SUM(1,2) fails\",'-2+3,1.0,-0.5,+1,3,\"'tis, \"\"so\"\"\"\n", Files
				.readString(file));
		final CsvTable read = CsvTable.read(file);
		assertEquals(-0.5, read.number(0, "shift_px"));
		assertEquals("'tis, \"so\"", read.get(0, "quote"));
		assertEquals("=cmd|' /C calc'!A0.tif", read.get(0, "image"));
		assertEquals(1, read.size());
	}
}
