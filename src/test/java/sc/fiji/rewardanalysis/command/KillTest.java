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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.IJ;
import ij.ImagePlus;

import sc.fiji.rewardanalysis.NeedsNetworks;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.RunFiles;
import sc.fiji.rewardanalysis.core.io.journal.StudyJournal;
import sc.fiji.rewardanalysis.core.io.TrainingFile;

/**
 * Runs that are killed at random moments go on and end as if nobody had: the same to the last
 * digit, and nothing is done twice. With {@code -Dfaults.kills=50} so many kills of each,
 * {@code -Dfaults.seed} for other moments.
 */
class KillTest {

	private static final int KILLS = Integer.getInteger("faults.kills", 2);

	@TempDir
	Path folder;

	private final SplittableRandom random = new SplittableRandom(Long.getLong("faults.seed", 1));

	/** Until it was killed often enough. */
	private void kill(final KilledRun run, final KilledRun.Look look, final KilledRun.Look end)
		throws IOException, InterruptedException
	{
		final Map<String, String> expected = KilledRun.results(run.whole());
		int ends = 0;
		do {
			run.toItsEnd(random, Math.max(1, KILLS - run.kills()), look);
			final Map<String, String> results = KilledRun.results(run.killed());
			assertEquals(expected.keySet(), results.keySet());
			expected.forEach((file, content) -> assertSame(content, results.get(file), file));
			assertEquals(List.of(), left(run));
			end.at(run.killed());
			ends++;
		}
		// On a busy machine a few may miss.
		while (run.kills() < KILLS || run.kills(KilledRun.Met.WORK) == 0 && run.kills() < KILLS + 5);
		System.out.printf("%s; %d runs that ended after some of them%n", run.told(), ends);
		assertTrue(run.kills(KilledRun.Met.WORK) >= Math.max(1, KILLS / 5), run.told());
	}

	/** Lines with a word, of a journal that may not be there yet. */
	private static KilledRun.Work lines(final String journal, final String word) {
		return (output, log) -> (int) KilledRun.lines(output.resolve(journal)).stream().filter(l -> l.contains(
			word)).count();
	}

	/** Says where texts differ, of which there may be much. */
	private static void assertSame(final String expected, final String text, final String file) {
		int i = 0;
		while (i < Math.min(expected.length(), text.length()) && expected.charAt(i) == text.charAt(i))
			i++;
		final int from = Math.max(0, i - 80);
		assertEquals(expected.substring(from, Math.min(expected.length(), i + 80)), text.substring(from, Math
			.min(text.length(), i + 80)), file);
	}

	/** What the next run would not delete. */
	private static List<Path> left(final KilledRun run) throws IOException {
		for (final Path file : KilledRun.hidden(run.killed()))
			if (Files.isRegularFile(file)) Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(
				3600)));
		AtomicFile.checkWritable(run.killed());
		final List<Path> left = new ArrayList<>(KilledRun.hidden(run.killed()));
		left.remove(run.killed().resolve(RunFiles.NAME));
		return left;
	}

	private Path image(final String name, final int slice, final int size) throws IOException {
		final ImagePlus all = Cancels.image(size, slice);
		final ImagePlus image = new ImagePlus(name, all.getStack().getProcessor(slice));
		image.setCalibration(all.getCalibration());
		final Path file = Files.createDirectories(folder.resolve("in")).resolve(name);
		IJ.saveAsTiff(image, file.toString());
		return file;
	}

	/**
	 * Lines that are there stay as they are, to the byte.
	 *
	 * @param before those of the last look; empty for a run in a new folder
	 */
	private static KilledRun.Look growing(final String journal, final List<String> before) {
		return killed -> {
			final List<String> now = KilledRun.lines(killed.resolve(journal));
			assertTrue(now.size() >= before.size(), "lines are lost: " + before.size() + " were there, " + now.size() +
				" are");
			assertEquals(before, now.subList(0, before.size()));
			before.clear();
			before.addAll(now);
		};
	}

	private void search(final String command, final String... options) throws IOException,
		InterruptedException
	{
		final List<String> all = new ArrayList<>(List.of(command));
		all.addAll(List.of(options));
		final KilledRun run = new KilledRun(folder.resolve(command.replaceAll("\\W", "")), lines(
			"journal.jsonl", "{\"evaluation\":"), all.toArray(String[]::new));
		final int[] most = { 0 };
		final List<String> before = new ArrayList<>();
		final KilledRun.Look grown = growing("journal.jsonl", before);
		kill(run, killed -> {
			final Path journal = killed.resolve("journal.jsonl");
			if (!KilledRun.lines(journal).isEmpty()) most[0] = Math.max(most[0], StudyJournal.read(journal)
				.evaluations().size());
			grown.at(killed);
		}, killed -> {
			assertEquals(KilledRun.lines(run.whole().resolve("journal.jsonl")).size(), KilledRun.lines(killed
				.resolve("journal.jsonl")).size(), "each evaluation is there once");
			before.clear();
		});
		assertTrue(most[0] > 0);
	}

	@Test
	void searchesGoOn() throws Exception {
		search("Optimize Atom Finding...", "image=" + image("ybco.tif", 1, 96), "lattice=YBa2Cu3O7-100",
			"engine=bayesian", "evaluations=40", "refine=gaussian");
	}

	@Test
	void searchesOfRegionsGoOn() throws Exception {
		final Path image = Path.of("sample-data/ybco-amorphous.tif");
		search("Optimize Amorphous Regions...", "image=" + image, "atoms_file=" + Path.of(
			"sample-data/ybco-amorphous_truth.csv").toAbsolutePath(), "features=geometry", "engine=bayesian",
			"evaluations=24");
	}

	@Test
	void foldersGoOn() throws Exception {
		final int images = 12;
		for (int i = 1; i <= images; i++)
			// Of one that has only just been written no time is noted.
			Files.setLastModifiedTime(image("image " + i + ".tif", i, 96), FileTime.fromMillis(1_000_000_000_000L));
		final KilledRun run = new KilledRun(folder.resolve("folder"), lines("folder.jsonl", "\"folder\":"),
			"Process Folder...", "input_folder=" + folder.resolve("in"), "analysis=Find Atoms...", "pictures=true", "workers=2",
			"options=min_sigma=2 max_sigma=4 threshold=0.05 refine=gaussian");
		final Map<String, FileTime> done = new TreeMap<>();
		kill(run, killed -> {
			final Path journal = killed.resolve("folder.jsonl");
			for (final Map.Entry<String, FileTime> known : done.entrySet())
				assertEquals(known.getValue(), Files.getLastModifiedTime(killed.resolve(known.getKey()).resolve(
					"image.json")), known.getKey() + " is not done again");
			for (final String line : KilledRun.lines(journal)) {
				final JsonObject json = JsonParser.parseString(line).getAsJsonObject();
				if (!json.has("folder")) continue;
				final String own = json.get("folder").getAsString();
				done.putIfAbsent(own, Files.getLastModifiedTime(killed.resolve(own).resolve("image.json")));
			}
		}, killed -> {
			assertEquals(images, done.size());
			assertEquals(1 + images, KilledRun.lines(killed.resolve("folder.jsonl")).size(),
				"a header, and a line an image");
			done.clear();
		});
	}

	@Test
	@NeedsNetworks
	void trainingsGoOn() throws Exception {
		final KilledRun run = new KilledRun(folder.resolve("training"), (output, log) -> epochs(output),
			"Train Network...", "lattice=Fe-100", "image_size=48", "images=24", "held_out=4", "batch=2", "epochs=40",
			"channels=4", "levels=1");
		final int[] epochs = { 0 };
		kill(run, killed -> {
			final Path file = killed.resolve("checkpoint.safetensors");
			final int now = Files.exists(file) ? TrainingFile.read(file).epoch() : 0;
			assertTrue(now >= epochs[0], "epoch " + now + " after " + epochs[0]);
			if (Files.exists(killed.resolve("columns.safetensors"))) TrainingFile.read(killed.resolve(
				"columns.safetensors"));
			epochs[0] = now;
		}, killed -> epochs[0] = 0);
	}

	/** How many epochs are done, by the table that is written after each. */
	private static int epochs(final Path output) throws IOException {
		final Path table = output.resolve("training.csv");
		return Files.exists(table) ? CsvTable.read(table).size() : 0;
	}

	/** Such a training begins anew; what was written before a kill must be what it writes again. */
	@Test
	@NeedsNetworks
	void trainingsOfPhasesBeginAnew() throws Exception {
		final KilledRun run = new KilledRun(folder.resolve("phases"), (output, log) -> shown(log),
			"Map Latent Phases...", "image=" + image("phases.tif", 1, 128), "patch_size=16", "stride=6", "epochs=80",
			"hidden_width=16", "hidden_layers=1");
		final Map<String, String> expected = KilledRun.results(run.whole());
		final int[] most = { 0 };
		kill(run, killed -> {
			final Map<String, String> there = KilledRun.results(killed);
			// Macros have the folder's name.
			most[0] = Math.max(most[0], there.size());
			// Every 20 s that of a younger network; at the end it is compared, too.
			there.remove("network.safetensors");
			there.forEach((file, content) -> assertSame(expected.get(file), content, file));
		}, killed -> {});
		assertEquals(expected.size(), most[0]);
	}

	private static final Pattern EPOCH = Pattern.compile("Epoch (\\d+) of");

	/** Epochs that a run has told of on its bar. */
	private static int shown(final Path log) throws IOException {
		final Matcher told = EPOCH.matcher(Files.exists(log) ? Files.readString(log) : "");
		int last = 0;
		while (told.find())
			last = Math.max(last, Integer.parseInt(told.group(1)) - 1);
		return last;
	}
}
