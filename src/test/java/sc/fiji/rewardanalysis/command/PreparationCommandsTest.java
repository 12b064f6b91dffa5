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

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;

/** The preparation of the image, from the commands' inputs to their files. */
class PreparationCommandsTest {

	@TempDir
	Path folder;

	private static ImagePlus sample() throws Exception {
		return Commands.sample("ybco-noise0.1");
	}

	private void optimize(final Object... more) throws Exception {
		final List<Object> inputs = new ArrayList<>(List.of("image", sample(), "evaluations", 14,
			"output_folder", folder.toFile()));
		inputs.addAll(List.of(more));
		Commands.succeed(OptimizeAtomFinding.class, inputs.toArray());
	}

	private JsonObject study() throws Exception {
		return JsonParser.parseString(Files.readString(folder.resolve("study.json"))).getAsJsonObject();
	}

	/** Runs what the summary says after "Detection:"; the atoms' table. */
	private CsvTable repeated() throws Exception {
		final String line = Files.readAllLines(folder.resolve("summary.txt")).stream().filter(l -> l
			.startsWith("Detection:")).findFirst().orElseThrow();
		assertTrue(line.contains("run(\"" + FindAtoms.LEAF + "\", "), line);
		final List<Object> inputs = new ArrayList<>(List.of("image", sample(), "output_folder", folder
			.resolve("again").toFile()));
		final Matcher matcher = Pattern.compile("(\\w+)=([^\\s\"]+)").matcher(line);
		while (matcher.find()) {
			final String value = matcher.group(2);
			inputs.add(matcher.group(1));
			if (matcher.group(1).equals("num_sigma")) inputs.add(Integer.valueOf(value));
			else inputs.add(value.matches("[a-z-]+") ? value : Double.valueOf(value));
		}
		Commands.succeed(FindAtoms.class, inputs.toArray());
		return CsvTable.read(folder.resolve("again/atoms.csv"));
	}

	private void assertRepeats() throws Exception {
		final CsvTable first = CsvTable.read(folder.resolve("atoms.csv")), again = repeated();
		assertTrue(first.size() > 100);
		assertEquals(first.size(), again.size());
		for (int i = 0; i < first.size(); i++)
			for (final String column : List.of("x_px", "y_px", "sigma_px", "response"))
				assertEquals(first.get(i, column), again.get(i, column));
	}

	@Test
	void theDetectionLineFindsTheSameAtoms() throws Exception {
		optimize();
		assertRepeats();
	}

	@Test
	void theDetectionLineCarriesThePreparation() throws Exception {
		optimize("background", "on", "denoise", "on", "normalization", "noise");
		assertRepeats();
		final CsvTable pareto = CsvTable.read(folder.resolve("pareto.csv"));
		for (int i = 0; i < pareto.size(); i++) {
			// Half of the longer cell edge, and a tenth of the shortest distance, at 0.015 nm.
			assertEquals(1.1677 / 2 / 0.015, pareto.number(i, "background_sigma_px"), 0.1);
			assertEquals(1.71, pareto.number(i, "denoise_sigma_px"), 0.02);
			assertEquals("bright", pareto.get(i, "contrast"));
		}
		assertEquals(Set.of("min_sigma", "max_sigma_position", "threshold", "overlap"), study()
			.getAsJsonArray("evaluations").get(0).getAsJsonObject().getAsJsonObject("parameters").keySet(),
			"what is fixed is no axis");
	}

	@Test
	void whatIsSearchedIsWrittenByName() throws Exception {
		optimize("background", "search", "denoise", "search", "contrast", "search");
		assertRepeats();
		final JsonObject json = study();
		assertEquals("SEARCH", json.getAsJsonObject("settings").get("denoise").getAsString());
		final JsonObject axis = json.getAsJsonArray("search_space").get(4).getAsJsonObject();
		assertEquals("{\"name\":\"background\",\"unit\":\"\",\"options\":[\"off\",\"on\"]}", axis.toString());
		final CsvTable table = CsvTable.read(folder.resolve("evaluations.csv"));
		final Set<String> tried = new HashSet<>();
		int row = 0;
		for (final JsonElement e : json.getAsJsonArray("evaluations")) {
			final JsonObject parameters = e.getAsJsonObject().getAsJsonObject("parameters");
			final String background = parameters.get("background").getAsString();
			final String denoise = parameters.get("denoise").getAsString();
			final String contrast = parameters.get("contrast").getAsString();
			tried.addAll(List.of("background " + background, "denoise " + denoise, contrast));
			assertEquals(background.equals("on"), table.number(row, "background_sigma_px") > 0);
			assertEquals(denoise.equals("on"), table.number(row, "denoise_sigma_px") > 0);
			assertEquals(contrast, table.get(row++, "contrast"));
		}
		assertEquals(Set.of("background off", "background on", "denoise off", "denoise on", "bright",
			"dark"), tried);
	}

	@Test
	void findAtomsPreparesTheImage() throws Exception {
		final ImagePlus plain = sample(), sloped = sample();
		final int width = sloped.getWidth();
		final float[] pixels = (float[]) sloped.getProcessor().getPixels();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] += i % width / 4f;
		// A slope of 64 units leaves little of the range from 0 to 1 to atoms of one unit.
		Commands.succeed(FindAtoms.class, "image", plain, "threshold", 0.05);
		Commands.succeed(FindAtoms.class, "image", sloped, "threshold", 0.05);
		assertTrue(AtomOverlay.count(plain) > 150);
		assertEquals(0, AtomOverlay.count(sloped));
		final ImagePlus before = sample();
		Commands.succeed(FindAtoms.class, "image", before, "threshold", 0.05, "background_sigma", 40);
		assertEquals(AtomOverlay.count(plain), AtomOverlay.count(before), 5);
	}

	@Test
	void badWidthsAreRefusedInOneSentence() throws Exception {
		Commands.refuse(FindAtoms.class, new String[] { "background_sigma", "at least 0" }, "image", sample(),
			"background_sigma", -1);
		Commands.refuse(FindAtoms.class, new String[] { "denoise_sigma", "smoother" }, "image", sample(),
			"background_sigma", 2, "denoise_sigma", 3);
		Commands.refuse(FindAtoms.class, new String[] { "background_sigma", "between 0 and 256" }, "image",
			sample(), "background_sigma", 300);
		Commands.refuse(OptimizeAtomFinding.class, new String[] { "denoise", "off, on, search" }, "image",
			sample(), "denoise", "maybe");
	}
}
