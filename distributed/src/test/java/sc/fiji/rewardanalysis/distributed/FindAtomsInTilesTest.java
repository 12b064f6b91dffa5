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

package sc.fiji.rewardanalysis.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ImageConverter;

import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;

class FindAtomsInTilesTest {

	private static final String OPTIONS = "min_sigma=2 max_sigma=5 num_sigma=3 ";

	@TempDir
	Path folder;

	private String run(final Path input, final String... more) {
		final List<String> args = new ArrayList<>(List.of("--input", input.toString(), "--output", folder
			.resolve("out").toString(), "--overwrite", "--tile", "96"));
		args.addAll(Arrays.asList(more));
		return LocalSpark.run(out -> FindAtomsInTiles.run(out, args.toArray(String[]::new)));
	}

	private String whole(final ImagePlus image, final String options) throws IOException {
		new UnseenAnalysis(ExecutorContext.get(), "Find Atoms...", options).run(image, folder.resolve("whole"),
			Map.of(), note -> {}, Progress.NONE);
		return Files.readString(folder.resolve("whole/atoms.csv"));
	}

	private String atoms() throws IOException {
		return Files.readString(folder.resolve("out/atoms.csv"));
	}

	@Test
	void findsTheAtomsOfTheWholeImage() throws IOException {
		final ImagePlus image = TestImages.image(250, 3);
		new ImageConverter(image).convertToGray16();
		final Path file = folder.resolve("a.tif");
		new FileSaver(image).saveAsTiff(file.toString());
		final ImagePlus opened = IJ.openImage(file.toString());
		for (final String more : List.of("threshold=0.05", "threshold=0.05 contrast=dark",
			"normalization=none threshold=2000", "threshold=0 threshold_rel=0.3 exclude_border=7"))
		{
			final String options = OPTIONS + more;
			final String told = run(file, "--options", options);
			assertTrue(told.startsWith("0 "), told);
			assertEquals(whole(opened, options), atoms(), options);
			assertTrue(CsvTable.read(folder.resolve("out/atoms.csv")).size() > 50, told);
		}
	}

	@Test
	void searchesParametersOnAPart() throws IOException {
		final ImagePlus image = TestImages.image(250, 4);
		final Path file = folder.resolve("a.tif");
		new FileSaver(image).saveAsTiff(file.toString());
		final String told = run(file, "--search-on", "60,60,128,128", "--search-options",
			"lattice=YBa2Cu3O7-100 evaluations=10");
		assertTrue(told.startsWith("0 "), told);
		final Matcher options = Pattern.compile("(?m)^Options: (.*)$").matcher(told);
		assertTrue(options.find(), told);
		assertEquals(whole(IJ.openImage(file.toString()), options.group(1)), atoms());
		assertTrue(run(file, "--search-on", "200,0,128,128", "--search-options", "").contains("within 250"));
	}

	@Test
	void refusesWhatATileCantDo() throws IOException {
		final Path file = folder.resolve("a.tif");
		TestImages.write(file, 64, 1);
		assertTrue(run(file, "--options", "refine=gaussian").startsWith("2 Error: refine=gaussian needs"));
		assertTrue(run(file, "--options", "denoise_sigma=1").startsWith("2 "));
		assertTrue(run(file, "--options", "normalization=noise").startsWith("2 "));
		assertTrue(run(file, "--options", "max_sigma=20").startsWith("1 Error: The analysed area"));
		assertTrue(run(folder.resolve("none.tif"), "--options", "").startsWith("1 "));
		assertTrue(run(file, "--raw", "width=999,height=999,type=8-bit").startsWith("1 "));
	}
}
