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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.SimulatedSeries;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.plot.SeriesPlots;

class OptimizeTimeSeriesTest {

	private static final SimulatedSeries SERIES = new SimulatedSeries(new SimulatedSeries.Settings(
		Ybco.LATTICE, Ybco.PIXEL, 160, 4, 0.3, 0.2, 0.05, Set.of(), Set.of(), 0.02, 0.03, 0, 0, 0, 0.1, 2));

	@TempDir
	Path folder;

	/** @param blank a frame without anything, from 0; −1 for none */
	private static ImagePlus stack(final int blank) {
		final ImageStack stack = new ImageStack(160, 160);
		for (int f = 0; f < 4; f++) {
			final FloatProcessor pixels = new FloatProcessor(160, 160);
			int i = 0;
			for (final var value : SERIES.image(f))
				pixels.setf(i++, f == blank ? Float.NaN : value.get());
			stack.addSlice(pixels);
		}
		final ImagePlus image = new ImagePlus("series", stack);
		image.setDimensions(1, 1, 4);
		image.setCalibration(CommandImages.ybco().getCalibration());
		image.getCalibration().frameInterval = 250;
		image.getCalibration().setTimeUnit("ms");
		return image;
	}

	private void run(final ImagePlus image, final Object... more) throws Exception {
		final List<Object> inputs = new ArrayList<>(List.of("image", image, "lattice",
			"YBa2Cu3O7-100", "output_folder", folder.toFile()));
		inputs.addAll(List.of(more));
		Commands.succeed(OptimizeTimeSeries.class, inputs.toArray());
	}

	@Test
	void columnsAreFollowedThroughTheDrift() throws Exception {
		final ImagePlus image = stack(-1);
		run(image);
		final Set<String> names = new TreeSet<>(Set.of("atoms.csv", "trajectories.csv", "tracks.csv",
			"frames.csv", "study.json", "summary.txt", "methods.txt", "citations.bib", "journal.jsonl"));
		for (final SeriesPlots.Kind kind : SeriesPlots.Kind.values())
			names.addAll(List.of(kind.file() + ".png", kind.file() + ".svg"));
		assertEquals(names, CommandImages.names(folder));
		final CsvTable frames = CsvTable.read(folder.resolve("frames.csv"));
		assertEquals(List.of("cold", "followed"), List.of(frames.get(0, "search"), frames.get(1,
			"search")));
		for (int f = 0; f < 4; f++) {
			assertEquals(0.25 * f, frames.number(f, "time_s"), 1e-12);
			assertEquals(SERIES.totalX(f) * Ybco.PIXEL, frames.number(f, "total_drift_x_nm"), 0.005);
			assertEquals(SERIES.totalY(f) * Ybco.PIXEL, frames.number(f, "total_drift_y_nm"), 0.005);
			if (f > 0) assertTrue(frames.number(f, "linked") > 50, frames.get(f, "linked"));
		}
		final CsvTable atoms = CsvTable.read(folder.resolve("atoms.csv"));
		assertEquals(atoms.size(), CsvTable.read(folder.resolve("trajectories.csv")).size());
		assertEquals(atoms.size(), AtomOverlay.count(image));
		assertTrue(Files.readString(folder.resolve("summary.txt")).contains("0.25 s a frame"));
	}

	@Test
	void aFrameWithoutNumbersIsARowWithAReason() throws Exception {
		run(stack(2), "refine", "none");
		final CsvTable frames = CsvTable.read(folder.resolve("frames.csv"));
		assertEquals(4, frames.size());
		assertNotEquals("", frames.get(2, "note"));
		assertEquals("", frames.get(2, "linked"));
		assertEquals("followed", frames.get(3, "search"));
		assertTrue(frames.number(3, "linked") > 50, frames.get(3, "linked"));
		assertEquals(SERIES.totalX(3) * Ybco.PIXEL, frames.number(3, "total_drift_x_nm"), 0.015);
	}

	@Test
	void aSeriesGoesOnAndGivesTheSame() throws Exception {
		run(stack(-1));
		final Path journal = folder.resolve("journal.jsonl");
		final List<String> lines = Files.readAllLines(journal);
		final List<String> tables = List.of("atoms.csv", "trajectories.csv", "tracks.csv");
		final List<String> whole = new ArrayList<>();
		for (final String name : tables)
			whole.add(Files.readString(folder.resolve(name)));
		// A kill cut the third line short.
		Files.writeString(journal, String.join("\n", lines.subList(0, 3)) + "\n" + lines.get(3).substring(0,
			60));
		run(stack(-1));
		for (int i = 0; i < whole.size(); i++)
			assertEquals(whole.get(i), Files.readString(folder.resolve(tables.get(i))));
		assertEquals(5, Files.readAllLines(journal).size());
	}

	@Test
	void whatIsNoSeriesIsRefused() throws Exception {
		Commands.refuse(OptimizeTimeSeries.class, new String[] { "frames=slices", "choose another axis" },
			"image", CommandImages.ybco(), "lattice", "YBa2Cu3O7-100", "frames", "slices");
	}
}
