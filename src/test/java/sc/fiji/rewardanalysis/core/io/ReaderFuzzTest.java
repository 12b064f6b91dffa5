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

package sc.fiji.rewardanalysis.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.io.cif.CifFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.JsonFields;
import sc.fiji.rewardanalysis.core.io.file.ResultFolder;
import sc.fiji.rewardanalysis.core.io.journal.EntryJournal;
import sc.fiji.rewardanalysis.core.io.journal.JournalProblem;
import sc.fiji.rewardanalysis.core.io.journal.StudyFile;
import sc.fiji.rewardanalysis.core.io.journal.StudyJournal;
import sc.fiji.rewardanalysis.core.io.many.BeforeFile;
import sc.fiji.rewardanalysis.core.io.many.FolderJournal;
import sc.fiji.rewardanalysis.core.io.many.RunFigures;
import sc.fiji.rewardanalysis.core.io.points.OracleColumns;
import sc.fiji.rewardanalysis.core.io.points.OracleFrame;
import sc.fiji.rewardanalysis.core.io.points.OracleTable;
import sc.fiji.rewardanalysis.core.io.points.PointTable;
import sc.fiji.rewardanalysis.core.io.points.PointUnit;
import sc.fiji.rewardanalysis.core.io.points.TrackMateXml;
import sc.fiji.rewardanalysis.core.lattice.CrystalProjection;
import sc.fiji.rewardanalysis.core.lattice.ZoneAxis;
import sc.fiji.rewardanalysis.core.network.ModelFile;
import sc.fiji.rewardanalysis.core.network.NetworkCard;
import sc.fiji.rewardanalysis.core.network.NetworkShape;
import sc.fiji.rewardanalysis.core.network.OnnxInputs;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.training.Tensor;
import sc.fiji.rewardanalysis.core.training.TrainingHistory;
import sc.fiji.rewardanalysis.core.training.TrainingState;
import sc.fiji.rewardanalysis.core.workflow.many.FileState;
import sc.fiji.rewardanalysis.core.workflow.many.FolderLog;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;
import sc.fiji.rewardanalysis.fuzz.ByteMutator;
import sc.fiji.rewardanalysis.fuzz.Findings;
import sc.fiji.rewardanalysis.fuzz.Fuzz;

/**
 * Every reader of files, given files that were damaged: it reads them or refuses them in a
 * sentence, soon, and leaves them as they were. What is not damaged is read.
 */
class ReaderFuzzTest {

	private static final String SERIES = """
		{"frame":2,"sha256":"ab","failure":"","search":"followed","seconds":0.5,"figures":{"QC":0.0,"ER":"NaN"},\
		"drift":{"since_frame":1,"dx_px":0.25,"dy_px":-1.0,"agreement":0.9,"margin_nats":12.0,"found":true},\
		"next":{"error":0.1,"fit_nm":0.01,"response":0.2,"settings":[{"min_sigma_px":2.0,"max_sigma_px":4.0,\
		"threshold":0.1,"overlap":"NaN","background":false,"denoise":true,"dark":false}]},"x_px":[1.0,2.0],\
		"y_px":[3.0,4.0],"sigma_px":[2.0,"NaN"],"response":[0.1,0.2],"x_error_px":[0.1,0.1],"y_error_px":[0.1,0.1],\
		"neighbour_sum_nm":[1.5,1.5],"is_error":[0.0,1.0],"is_counted":[1.0,1.0],"refined":["gaussian","none"]}
		""", NOISE = """
		{"noise":0.1,"repeat":1,"method":"RMS","count":12,"qc":0.0,"qc_paper":0.02,"er":0.1,"f1":0.9,"precision":1.0,\
		"recall":0.8,"rmsd_nm":"NaN","parameters":{"threshold":0.1},"seconds":0.1,"failure":""}
		""", TRACKMATE = """
		<?xml version="1.0" encoding="UTF-8"?>
		<TrackMate version="7.11.1">
		  <Model spatialunits="nm" timeunits="sec"><AllSpots nspots="3"><SpotsInFrame frame="0">
		    <Spot ID="0" name="ID0" FRAME="0" POSITION_X="5.0" POSITION_Y="2.5" VISIBILITY="1" />
		    <Spot ID="2" name="ID2" FRAME="0" POSITION_X="7.0" POSITION_Y="3.0" VISIBILITY="0" />
		  </SpotsInFrame></AllSpots></Model>
		  <Settings><ImageData filename="a.tif" width="200" height="100" pixelwidth="0.05" pixelheight="0.05" /></Settings>
		</TrackMate>
		""", TRACKS = """
		<?xml version="1.0" encoding="UTF-8"?>
		<Tracks nTracks="1" spaceUnits="micron" frameInterval="1.0">
		  <particle nSpots="1"><detection t="0" x="0.005" y="0.0025" z="0.0" /></particle>
		</Tracks>
		""", MACRO = """
		#@ Double(label="Radius", value=2.5) radius
		#@ String method(value='Otsu')
		sigma = 2; var name = "";
		setBatchMode(true);
		run("Gaussian Blur...", "sigma=" + sigma + " stack");
		run("Find Maxima...", "prominence=[10] size=20-500 output=[Point Selection] strict");
		// a comment /* with */ "quotes
		if (nResults > 1.5e3) { a = true; }
		""";

	private static final OracleFrame FRAME = new OracleFrame("image", 200, 100, 0.05, 1, 1), STACK =
		new OracleFrame("stack", 200, 100, 0.05, 2, 3);

	@TempDir
	Path folder;

	/** Reads a file; what it returns doesn't matter. */
	private interface Reader {

		void read(Path file) throws IOException;
	}

	/** A reader, files that it reads, and how many of the cases it gets. */
	private record Kind(String name, String file, int share, boolean text, boolean leaves, List<byte[]> files,
		Reader reader) {}

	private static Kind texts(final String name, final String file, final int share, final Reader reader,
		final String... texts)
	{
		return new Kind(name, file, share, true, true, Arrays.stream(texts).map(t -> t.getBytes(
			StandardCharsets.UTF_8)).toList(), reader);
	}

	private static Kind bytes(final String name, final String file, final int share, final Reader reader,
		final byte[]... bytes)
	{
		return new Kind(name, file, share, false, true, List.of(bytes), reader);
	}

	/** Of a reader that goes on writing to the file. */
	private static Kind journal(final String name, final int share, final byte[] bytes, final Reader reader) {
		return new Kind(name, "journal.jsonl", share, true, false, List.of(bytes), reader);
	}

	private static String resource(final String name) {
		try (var in = ReaderFuzzTest.class.getResourceAsStream("/fuzz/" + name)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static String cif(final String name) throws IOException {
		return Files.readString(Path.of("src/test/resources/cif", name + ".cif"));
	}

	private static String sample(final String name) throws IOException {
		return Files.readString(Path.of("sample-data", name));
	}

	private static String head(final String text, final int lines) {
		return String.join("\n", text.lines().limit(lines).toList()) + "\n";
	}

	@TestFactory
	Stream<DynamicTest> whateverIsInAFileIsReadOrRefused() throws IOException {
		final List<Kind> kinds = new ArrayList<>(List.of(texts("CSV", "t.csv", 900, file -> {
			final CsvTable table = CsvTable.read(file);
			for (final String column : table.header())
				for (int row = 0; row < table.size(); row++)
					if (table.isNumber(row, column)) table.number(row, column);
			table.toText();
		}, resource("atoms/atoms.csv"), resource("atoms/pareto.csv"), "a,\"b,\"\"c\"\n1,\"x\"\n"), texts("atoms",
			"atoms.csv", 600, file -> AtomsFile.read(file, 1), resource("atoms/atoms.csv"),
			"\uFEFFx (px),y (px),slice,class\n1,2,1,Sr\n3,4,2,Ti\n"), texts("truth", "t.csv", 400,
				SimulationFile::readTruth, head(sample("srtio3_truth.csv"), 6)), texts("points", "p.csv", 1200,
					file -> OracleTable.points(PointTable.read(file), OracleColumns.AUTOMATIC, FRAME), "x_nm;y_nm;class\n1,5;2,5;Sr\n3,5;4,25;Ti\n", "x,y\n1,2\n3,4e0\n",
					"X (\u00B5m)\tY (\u00B5m)\tSlice\tArea\n1\t2\t1\t3\n",
					"LABEL,ID,POSITION_X,POSITION_Y,FRAME\nLabel,Spot ID,X,Y,Frame\n,,(micron),(micron),\nID0,0,1.5,2.5,0\n",
					" centroid-0 centroid-1 label\n 1 2 3\n"), texts("numbered points", "p.csv", 400, file -> OracleTable.points(PointTable
						.read(file), new OracleColumns("1", "2", "", Optional.of(PointUnit.PIXEL)), STACK),
						"# x y\n1 2\n3.5 4.5\n", "a,b,slice\n1,2,2\n3,4e0,1\n"), texts("TrackMate", "t.xml", 900, file -> {
						TrackMateXml.read(file, OracleColumns.AUTOMATIC, FRAME);
						TrackMateXml.read(file, OracleColumns.AUTOMATIC, STACK);
					}, TRACKMATE, TRACKS), texts("lattice", "l.json", 900, LatticeFile::read, lattice()), texts("CIF", "c.cif", 1500, file -> {
						final CifFile cif = CifFile.read(file);
						CrystalProjection.of(cif.crystal(), new ZoneAxis(1, 1, 0), Progress.NONE);
					}, cif("SrTiO3"), cif("YBa2Cu3O7"), cif("DyScO3"), cif("triclinic"), cif("Au")), texts("domains",
						"d.json", 600, DomainFile::read, sample("phases-straight.json")), texts("simulation", "s.json", 700,
							SimulationFile::readParameters, sample("srtio3.json")), texts("macro", "m.ijm", 900,
								MacroFile::read, MACRO), texts("before", "before.json", 400, file -> BeforeFile.read(file
									.getParent(), Map.of("a", "b")),
									"{\"about\":{\"a\":\"b\"},\"files\":[{\"path\":\"x.tif\",\"size\":12,\"modified\":1700000000000}]}"), texts(
										"mark", ResultFolder.MARK, 300, file -> ResultFolder.about(file.getParent()),
										"{\"image\":\"a.tif\",\"analysis\":\"Find Atoms...\",\"options\":\"threshold=0.1\"}")));
		kinds.addAll(studies());
		kinds.addAll(journals());
		kinds.addAll(binaries());
		return kinds.stream().map(kind -> DynamicTest.dynamicTest(kind.name, () -> run(kind)));
	}

	private static String lattice() {
		return """
			{"name":"SrTiO3-001","description":"Sr and Ti-O columns","source":"Okazaki 1973","a_nm":0.3905,"b_nm":0.3905,
			"angle_deg":90,"sites":[{"species":"Sr","atomic_number":38,"u":0,"v":0},
			{"species":"Ti","atomic_number":22,"u":0.5,"v":0.5}]}
			""";
	}

	private static List<Kind> studies() {
		final List<Kind> kinds = new ArrayList<>(List.of(texts("study", "study.json", 1000, file -> {
			EarlierStudy.read(file);
			EarlierStudy.toFollow(file, Pick.EUCLIDEAN);
		}, resource("atoms/study.json")), texts("study's journal", "journal.jsonl", 1000, file -> {
			EarlierStudy.read(file);
			EarlierStudy.toFollow(file, Pick.EUCLIDEAN);
		}, resource("atoms/journal.jsonl")), texts("settings", "study.json", 300, StudyFile::read, resource(
			"atoms/study.json"))));
		for (final String run : List.of("atoms/study.json", "atoms/atoms.csv", "atoms/pareto.csv", "atoms/summary.txt",
			"noise/study.json", "noise/noise_summary.csv", "physics/physics.json", "lattice/lattice.json",
			"oracle/comparison.json", "network/network.json", "regions/regions.json", "regions/regions.csv",
			"phases/phases.json"))
			kinds.add(texts("figures of " + run, run.substring(run.indexOf('/') + 1), 250, file -> RunFigures.of(file
				.getParent()), resource(run)));
		kinds.add(texts("figures of windows.csv", "windows.csv", 150, file -> RunFigures.of(file.getParent()),
			"window,doubtful,confidence\n1,0,0.9\n2,1,\n"));
		kinds.add(texts("figures of frames.csv", "frames.csv", 150, file -> RunFigures.of(file.getParent()),
			"frame,atoms,QC,ER,total_drift_x_nm,total_drift_y_nm\n1,12,0,0.1,0,0\n2,0,,,0.1,0.2\n"));
		kinds.add(texts("figures of images.csv", "images.csv", 150, file -> RunFigures.of(file.getParent()),
			"slice,expected,fewest,most,found,errors\n1,12,11,13,12,1\n"));
		kinds.add(texts("figures of classes.csv", "classes.csv", 150, file -> RunFigures.of(file.getParent()), resource(
			"classes.csv")));
		return kinds;
	}

	private List<Kind> journals() throws IOException {
		final Path made = Files.createDirectories(folder.resolve("made"));
		final Path study = made.resolve("study.jsonl"), entries = made.resolve("entries.jsonl");
		try (StudyJournal journal = open(study)) {
			JournalProblem.run(JournalProblem.study(new SobolEngine()), journal, 0);
		}
		final var problem = JournalProblem.study(new SobolEngine());
		Files.delete(study);
		try (StudyJournal journal = StudyJournal.open(study, problem, Map.of("image", "a"))) {
			JournalProblem.run(problem, journal, 4);
		}
		try (EntryJournal journal = EntryJournal.open(entries, about())) {
			journal.append(about());
			journal.append(about());
		}
		try (FolderJournal journal = FolderJournal.open(made, Map.of("a", "b"))) {
			journal.done(new FolderLog.Entry(new ImageOutcome("a.tif", "a", "", Map.of("QC", 0.5, "atoms", 12L, "note",
				"none", "x", Double.NaN), 0.5), new FileState(12, 1700000000000L, "ab"), ""));
			journal.done(new FolderLog.Entry(new ImageOutcome("b.tif", "b", "It is no image.", Map.of(), 0.5), null,
				"threshold=0.1"));
		}
		return List.of(journal("journal", 900, Files.readAllBytes(study), file -> open(file).close()), journal(
			"journal of another", 400, Files.readAllBytes(study), file -> StudyJournal.openKeepingOthers(file,
				JournalProblem.study(new SobolEngine()), Map.of("image", "b")).close()), texts("any journal",
					"journal.jsonl", 700, StudyJournal::read, Files.readString(study)), journal("entries", 700, Files
						.readAllBytes(entries), file -> EntryJournal.open(file, about()).close()), new Kind("folder",
							FolderJournal.NAME, 700, true, false, List.of(Files.readAllBytes(made.resolve(FolderJournal.NAME))),
							file -> FolderJournal.open(file.getParent(), Map.of("a", "b")).close()), texts("frame",
								"line.jsonl", 700, file -> SeriesJson.frame(JsonFields.read(file), SeriesFixture.SETTINGS),
								SERIES), texts("noise", "line.jsonl", 500, file -> NoiseJson.run(JsonFields.read(file)), NOISE));
	}

	private static JsonObject about() {
		final JsonObject json = new JsonObject();
		json.addProperty("seed", 1);
		json.addProperty("name", "\u00B5");
		return json;
	}

	private static StudyJournal open(final Path file) {
		return StudyJournal.open(file, JournalProblem.study(new SobolEngine()), Map.of("image", "a"));
	}

	private static List<Kind> binaries() {
		final Map<String, Tensor> weights = Map.of("layer.weight", Tensor.normal(new SplittableRandom(1), 1, 2, 3),
			"layer.bias", Tensor.filled(0, 2));
		final TrainingState state = new TrainingState(new NetworkCard(new NetworkShape(4, 2), 5, 9, "some", 1, Version
			.current()).texts(), new TrainingHistory(List.of("training", "held out"), List.of(List.of(1.0, Double.NaN),
				List.of(0.5, 0.6))), 12, weights, weights, weights);
		final byte[] onnx = onnx();
		return List.of(bytes("tensors", "n.safetensors", 900, TensorFile::read, TrainingFile.of(state).bytes()), bytes(
			"training", "n.safetensors", 900, file -> {
				final TrainingState read = TrainingFile.read(file);
				NetworkCard.of(read.about(), "n");
			}, TrainingFile.of(state).bytes(), TrainingFile.network(state).bytes()), bytes("kind of network", "n.bin", 600,
				ModelFile::of, TrainingFile.network(state).bytes(), onnx), bytes("ONNX", "n.onnx", 600, OnnxInputs::read,
					onnx));
	}

	/** A graph with one input of 1 x 1 x any x any floats. */
	private static byte[] onnx() {
		final byte[] any = message(2, new byte[] { 'h' }), one = { 8, 1 };
		final byte[] shape = joined(message(1, one), message(1, one), message(1, any), message(1, any));
		final byte[] tensor = joined(new byte[] { 8, 1 }, message(2, shape));
		final byte[] input = joined(message(1, new byte[] { 'x' }), message(2, message(1, tensor)));
		final byte[] weight = message(8, new byte[] { 'w' });
		return joined(new byte[] { 8, 8 }, message(7, joined(message(5, weight), message(11, input))));
	}

	private static byte[] message(final int field, final byte[] content) {
		return joined(new byte[] { (byte) (field << 3 | 2), (byte) content.length }, content);
	}

	private static byte[] joined(final byte[]... parts) {
		final var all = new java.io.ByteArrayOutputStream();
		Arrays.stream(parts).forEach(all::writeBytes);
		return all.toByteArray();
	}

	private void run(final Kind kind) throws IOException {
		final Path place = Files.createDirectories(folder.resolve(kind.name.replaceAll("\\W", "_")));
		final Path file = place.resolve(kind.file);
		for (final byte[] whole : kind.files)
			kind.reader.read(Files.write(file, whole));
		final ByteMutator mutator = new ByteMutator(Fuzz.random(kind.name), kind.text);
		final Findings findings = new Findings(kind.name);
		final int cases = Fuzz.cases(kind.share);
		for (int i = 0; i < cases; i++) {
			final byte[] damaged = mutator.damaged(kind.files);
			Files.write(file, damaged);
			findings.attempt(damaged, () -> {
				kind.reader.read(file);
				return null;
			});
			if (kind.leaves) assertArrayEquals(damaged, Files.readAllBytes(file), "left as it was");
			else clear(place);
		}
		findings.check();
		assertTrue(findings.accepted() < cases || cases < 20, "none was refused");
	}

	private static void clear(final Path place) throws IOException {
		try (Stream<Path> files = Files.list(place)) {
			for (final Path file : files.toList())
				Files.delete(file);
		}
	}
}
