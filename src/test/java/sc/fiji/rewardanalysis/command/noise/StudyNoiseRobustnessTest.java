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

package sc.fiji.rewardanalysis.command.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.Cancels;
import sc.fiji.rewardanalysis.command.CommandImages;
import sc.fiji.rewardanalysis.command.Commands;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.simulate.ImageSimulator;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.core.simulate.SimulationParameters;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingSettings;
import sc.fiji.rewardanalysis.core.workflow.noise.KeptLog;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseLevels;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseLog;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseMethod;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseResult;
import sc.fiji.rewardanalysis.core.workflow.noise.NoiseSettings;
import sc.fiji.rewardanalysis.core.workflow.noise.OptimizedLog;
import sc.fiji.rewardanalysis.core.workflow.noise.OtsuRegions;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.OracleRequest;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;
import sc.fiji.rewardanalysis.ui.ProgressWindow;

class StudyNoiseRobustnessTest {

	private static final SimulatedImage CLEAN = ImageSimulator.simulate(SimulationParameters.builder(
		Ybco.LATTICE).size(160, 160).pixelSize(Ybco.PIXEL).noise(0).seed(1).build(), Progress.NONE);

	private static final OptimizedLog SEARCH = new OptimizedLog(SearchEngine.EXACT, new StopRule(60,
		false), Pick.EUCLIDEAN, 1);

	@TempDir
	Path folder;

	private static ImagePlus image() {
		return SimulatedImages.toImagePlus(CLEAN, "ybco");
	}

	/** @param scale of the positions */
	private File truth(final double scale) throws IOException {
		final StringBuilder text = new StringBuilder("x_px,y_px\n");
		CLEAN.columns().forEach(c -> text.append(c.x() * scale).append(',').append(c.y() * scale).append(
			'\n'));
		return Files.writeString(folder.resolve("truth.csv"), text).toFile();
	}

	private static Object[] inputs(final ImagePlus image, final Object... more) {
		final List<Object> all = new ArrayList<>(List.of("image", image, "noise_steps", 1, "repeats", 1,
			"log_star", false, "log_rms", false, "log_default", false));
		all.addAll(List.of(more));
		return all.toArray();
	}

	private static void fails(final Object[] inputs, final String... words) throws Exception {
		Commands.refuse(StudyNoiseRobustness.class, words, inputs);
	}

	@Test
	void aStudyWritesItsFiles() throws Exception {
		final Path out = folder.resolve("out");
		Commands.succeed(StudyNoiseRobustness.class, inputs(image(), "oracle_file", truth(1),
			"noise_highest", 0.2, "output_folder", out.toFile()));
		final Set<String> names = new TreeSet<>(Set.of("noise.csv", "noise_summary.csv", "study.json",
			"summary.txt", "journal.jsonl"));
		for (final String chart : List.of("count", "qc", "er", "f1", "rmsd"))
			names.addAll(List.of("noise_" + chart + ".png", "noise_" + chart + ".svg"));
		assertEquals(names, CommandImages.names(out));
		final CsvTable runs = CsvTable.read(out.resolve("noise.csv"));
		assertEquals(4, runs.size());
		assertEquals(1, runs.number(0, "f1"));
		final String summary = Files.readString(out.resolve("summary.txt"));
		assertTrue(summary.contains("run(\"Study Noise Robustness...\"") && summary.contains(
			"F1 against truth.csv"), summary);
	}

	/** The command tells the network's name; what it finds is scored as that of others. */
	@Test
	@NeedsNetworks
	void theReadyMadeNetworkIsAMethod() throws Exception {
		final Path out = folder.resolve("out");
		final ImagePlus image = image();
		image.setRoi(new Roi(0, 0, 120, 120));
		Commands.succeed(StudyNoiseRobustness.class, inputs(image, "log_kept", false, "otsu", false,
			"network", true, "oracle_file", truth(1), "noise_highest", 0.2, "output_folder", out.toFile()));
		final CsvTable runs = CsvTable.read(out.resolve("noise.csv"));
		assertEquals(2, runs.size());
		for (int i = 0; i < runs.size(); i++) {
			assertEquals("Network", runs.get(i, "method"));
			assertTrue(runs.number(i, "f1") > 0.97, "F1 " + runs.number(i, "f1"));
		}
		assertTrue(Files.readString(out.resolve("summary.txt")).contains("the ready-made one"));
	}

	/** What Compare With Oracle reads, in columns of any name, is a truth here, too. */
	@Test
	void truthIsReadAsOraclesAre() throws Exception {
		final Path out = folder.resolve("out");
		final StringBuilder text = new StringBuilder("across;down\n");
		CLEAN.columns().forEach(c -> text.append(c.x() * Ybco.PIXEL).append(';').append(c.y() *
			Ybco.PIXEL).append('\n'));
		final File file = Files.writeString(folder.resolve("nm.csv"), text).toFile();
		fails(inputs(image(), "oracle_file", file), "across, down", "oracle_x");
		Commands.succeed(StudyNoiseRobustness.class, inputs(image(), "oracle_file", file, "oracle_x",
			"across", "oracle_y", "down", "oracle_unit", "nm", "noise_highest", 0.2, "output_folder", out
				.toFile()));
		assertEquals(1, CsvTable.read(out.resolve("noise.csv")).number(0, "f1"));
	}

	/** Truth is of the whole image, the study of a selection. */
	@Test
	void aSelectionIsStudiedWithItsTruth() throws Exception {
		final ImagePlus image = image();
		image.setRoi(new Roi(30, 20, 120, 130));
		final NoiseResult result = new NoiseRequest(AnalysedImage.of(image), settings(new KeptLog()),
			OracleRequest.of(truth(1).toPath()), null, "macro").study(Progress.NONE).run(NoiseLog.NONE, Progress.NONE, r -> {});
		final double f1 = result.runs().get(0).scores().f1();
		assertTrue(f1 > 0.97, "F1 " + f1);
	}

	@Test
	void badInputIsRefused() throws Exception {
		final ImagePlus image = image();
		fails(inputs(image, "oracle_file", new File(folder.toFile(), "none.csv")), "no file", "none.csv");
		fails(inputs(image, "oracle_file", truth(Ybco.PIXEL)), "None of", "in px");
		fails(inputs(image, "oracle_file", truth(4)), "outside", "oracle_unit");
		fails(inputs(image, "oracle_file", Files.writeString(folder.resolve("empty.csv"), "x_px,y_px\n")
			.toFile()), "empty.csv", "no points");
		fails(inputs(image, "oracle_file", Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n")
			.toFile()), "other.csv");
		fails(inputs(image, "oracle_file", Files.writeString(folder.resolve("nan.csv"),
			"x_px,y_px\n3,NaN\n").toFile()), "nan.csv");
		fails(inputs(image, "oracle_file", truth(1), "oracle_unit", "miles"), "oracle_unit", "auto");
		fails(inputs(image, "log_kept", false, "otsu", false), "No method");
		fails(inputs(image, "noise_highest", -1.0), "noise_highest");
		fails(inputs(image, "noise_type", "poisson-px", "dose_lowest", 5000.0), "dose_lowest");
		fails(inputs(image, "noise_type", "pink"), "noise_type", "gaussian");
		fails(inputs(image, "match_distance", -1.0), "match_distance");
		fails(inputs(image, "pixel_size", 0.2), "px apart");
		final ImagePlus plain = image();
		plain.setCalibration(null);
		fails(inputs(plain), "pixel");
	}

	/** What a cancelled study has is shown and written, and it goes on from there. */
	@Test
	void aCancelledStudyKeepsWhatItHas() throws Exception {
		final Path out = folder.resolve("out");
		final List<String> notes = new ArrayList<>();
		run(out, notes, new Progress() {

			private boolean isLate;

			@Override
			public void update(final double fraction, final String message) {
				isLate |= fraction > 0.7;
			}

			@Override
			public boolean isCanceled() {
				return isLate;
			}

			@Override
			public Progress again() {
				return NONE;
			}
		});
		assertTrue(notes.stream().anyMatch(n -> n.startsWith("Cancelled: ") && n.endsWith(
			"go on from there.")), notes.toString());
		final int done = CsvTable.read(out.resolve("noise.csv")).size();
		assertTrue(done > 0 && done < 15, done + " done");
		notes.clear();
		run(out, notes, Progress.NONE);
		assertTrue(notes.get(0).startsWith("Goes on after " + done + " runs"), notes.toString());
		assertEquals(15, CsvTable.read(out.resolve("noise.csv")).size());
	}

	@Test
	void cancelledAtOnceNothingIsWritten() {
		final Path out = folder.resolve("out");
		assertThrows(CancellationException.class, () -> run(out, new ArrayList<>(), new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return true;
			}
		}));
		assertFalse(Files.exists(out.resolve("noise.csv")));
	}

	/** How soon exactly is what CancelStudy measures. */
	@Test
	void cancelsAreHeardAtAnyMoment() {
		final ImagePlus image = Cancels.image(256, 1);
		final NoiseSettings settings = new NoiseSettings(AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL),
			NoiseLevels.gaussian(1, 3), 3, SEARCH, List.of(SEARCH, new OtsuRegions()), 0, 1);
		for (int i = 0; i < 6; i++) {
			final Path out = i % 2 == 0 ? null : folder.resolve("" + i);
			final Cancels.Outcome outcome = Cancels.cancelWork(progress -> {
				try (ProgressWindow window = ProgressWindow.open("test")) {
					new NoiseRequest(AnalysedImage.of(image), settings, null, out, "macro").run(window, text -> {},
						progress);
				}
			}, 0.02 * (1 << i));
			assertTrue(outcome.seconds() < 20, outcome.toString());
		}
	}

	private static NoiseSettings settings(final NoiseMethod... methods) {
		return new NoiseSettings(AtomFindingSettings.of(Ybco.LATTICE, Ybco.PIXEL), NoiseLevels.gaussian(
			0.6, 2), 2, SEARCH, List.of(methods), 0, 1);
	}

	private static void run(final Path out, final List<String> notes, final Progress progress) {
		try (ProgressWindow window = ProgressWindow.open("test")) {
			new NoiseRequest(AnalysedImage.of(image()), settings(SEARCH, new KeptLog(), new OtsuRegions()),
				null, out, "macro").run(window, notes::add, progress);
		}
	}
}
