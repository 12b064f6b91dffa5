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
import java.util.stream.Stream;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ImageConverter;

/** The job in one Java machine; {@code test-cluster.sh} has a cluster. */
class AnalyseImagesTest {

	private static final String SEARCH = "lattice=YBa2Cu3O7-100 engine=bayesian evaluations=12 refine=none";

	@TempDir
	Path folder;

	private String told;

	private int run(final String options, final String... more) {
		final List<String> args = new ArrayList<>(List.of("--input", folder.resolve("in").toString(),
			"--output", folder.resolve("out").toString(), "--options", options));
		args.addAll(Arrays.asList(more));
		told = LocalSpark.run(out -> AnalyseImages.run(out, args.toArray(String[]::new)));
		return told.charAt(0) - '0';
	}

	private List<Map<String, String>> images() throws IOException {
		return CompareRuns.rows(folder.resolve("out/images.csv"));
	}

	@Test
	void beginsWithTheFirstImagesStudy() throws IOException {
		for (int i = 0; i < 3; i++)
			TestImages.write(folder.resolve("in/" + i + ".tif"), 128, i + 1);
		assertEquals(0, run(SEARCH, "--analysis", "Optimize Atom Finding...", "--start", "first", "--files"),
			() -> told);
		assertEquals(3, images().size(), told);
		assertTrue(Files.readString(folder.resolve("out/files/1.tif/evaluations.csv")).contains("warm"));
		assertTrue(!Files.readString(folder.resolve("out/files/0.tif/evaluations.csv")).contains("warm"));
	}

	@Test
	void writesTheSameAsParquetAndCsvAndGoesOn() throws IOException {
		final ImagePlus image = TestImages.image(96, 1);
		TestImages.write(folder.resolve("in/a.tif"), 96, 1);
		new ImageConverter(image).convertToGray8();
		Files.createDirectories(folder.resolve("in/sub"));
		new FileSaver(image).saveAsPng(folder.resolve("in/sub/b.png").toString());
		Files.writeString(folder.resolve("in/sub/bad, \"name\".tif"), "nothing");
		final String options = "min_sigma=2 max_sigma=4 num_sigma=3 threshold=0.1";
		assertEquals(1, run(options, "--analysis", "Find Atoms...", "--recursive"), () -> told);
		final List<Map<String, String>> images = images();
		assertEquals(List.of("done", "done", "failed"), images.stream().map(i -> i.get("status")).toList());
		assertTrue(images.get(2).get("path").endsWith("bad, \"name\".tif"));
		assertTrue(images.get(2).get("reason").contains("no image that ImageJ can open"), told);
		compareWithParquet("images");
		compareWithParquet("atoms");
		assertEquals(1, run(options, "--analysis", "Find Atoms...", "--recursive"));
		assertTrue(told.contains("There is something in"), told);
		final long tried = journals();
		assertEquals(1, run(options, "--analysis", "Find Atoms...", "--recursive", "--resume"), () -> told);
		assertEquals(tried + 1, journals(), "What failed is tried again.");
		TestImages.write(folder.resolve("in/sub/bad, \"name\".tif"), 96, 3);
		assertEquals(0, run(options, "--analysis", "Find Atoms...", "--recursive", "--resume"), () -> told);
		assertTrue(told.contains("3 images, of which 2 have a result already"), told);
		assertEquals(3, images().stream().filter(i -> i.get("status").equals("done")).count());
	}

	/** A spreadsheet would compute it. */
	@Test
	void noTextIsAFormula() throws IOException {
		TestImages.write(folder.resolve("in/=1+1.tif"), 96, 1);
		Files.writeString(folder.resolve("in/@sum(a1).tif"), "nothing");
		assertEquals(1, run("min_sigma=2 max_sigma=4 num_sigma=3 threshold=0.1", "--analysis", "Find Atoms...",
			"--files"), () -> told);
		assertEquals(List.of("=1+1.tif", "@sum(a1).tif"), images().stream().map(i -> i.get("folder")).toList());
		try (Stream<Path> parts = Files.list(folder.resolve("out/images.csv"))) {
			final String text = Files.readString(parts.filter(f -> f.getFileName().toString().startsWith("part-"))
				.findFirst().orElseThrow());
			assertTrue(text.contains(",'=1+1.tif,") && !text.contains(",=") && !text.contains(",@"), text);
		}
	}

	private long journals() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("out/journal"))) {
			return files.filter(f -> f.getFileName().toString().matches("[^._].*gz")).count();
		}
	}

	private void compareWithParquet(final String name) throws IOException {
		final List<Map<String, String>> csv = CompareRuns.rows(folder.resolve("out/" + name + ".csv"));
		final SparkSession spark = SparkSession.builder().master("local[1]").config("spark.ui.enabled",
			false).config("spark.driver.host", "127.0.0.1").getOrCreate();
		try {
			final List<Row> rows = spark.read().parquet(folder.resolve("out/" + name + ".parquet").toString())
				.collectAsList();
			assertEquals(csv.size(), rows.size());
			assertTrue(csv.size() > 2);
			for (int i = 0; i < csv.size(); i++)
				for (final String column : csv.get(i).keySet()) {
					final Object value = rows.get(i).getAs(column);
					assertEquals(csv.get(i).get(column), value == null ? "" : value.toString(), column);
				}
		}
		finally {
			spark.stop();
		}
	}

	@Test
	void refusesBeforeItBegins() {
		assertEquals(2, run("sigma=3", "--analysis", "Find Atoms..."));
		assertTrue(told.contains("is no option of"), told);
		assertEquals(2, run("", "--analysis", "Find Stars..."));
		assertEquals(2, run("", "--analysis", "Find Atoms...", "--start", "first"));
		assertEquals(1, run("", "--analysis", "Find Atoms..."));
		assertTrue(told.contains("There is nothing at"), told);
	}
}
