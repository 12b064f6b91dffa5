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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import sc.fiji.rewardanalysis.command.run.CommandLine;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.file.RunFiles;

/**
 * A run of the suite's command line that is killed (SIGKILL, where there are signals) at random
 * moments and started again, until it is done. Six of ten moments lie in a run's work, after its first
 * piece, three in what follows, and one anywhere, for much of the time Java only starts. A moment is a
 * share of the processor time that the whole run takes, so that it means the same on a busy machine.
 */
final class KilledRun {

	private static final List<String> JAVA = List.of(Path.of(System.getProperty("java.home"), "bin",
		"java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp", System
			.getProperty("java.class.path"));

	/** What is passed on to networks. */
	private static final List<String> PROPERTIES = List.of("DJL_CACHE_DIR", "ai.djl.offline",
		"OPT_OUT_TRACKING");

	private final Path folder;
	private final List<String> arguments;
	private final Work work;

	/** Processor time of the whole run, until it had done a first piece, all pieces, and ended. */
	private Duration begun = Duration.ZERO, worked = Duration.ZERO, whole = Duration.ZERO;

	/** Pieces in all. */
	private int pieces;
	private final int[] met = new int[Met.values().length];

	/** What a kill met: Java's start and what is done before the first piece, the work, or what follows it. */
	enum Met {
		START, WORK, END
	}

	/** How much of the work a run has done. */
	interface Work {

		/**
		 * @param output the run's output folder, in which nothing may be yet
		 * @param log what it has printed so far
		 * @return pieces, those of earlier runs included that it goes on from
		 */
		int done(Path output, Path log) throws IOException;
	}

	/**
	 * Runs it once as a whole.
	 *
	 * @param folder a new one; results are in {@code whole} and {@code killed}
	 * @param work what is counted as its work
	 * @param arguments of the command line, without the output folder
	 */
	KilledRun(final Path folder, final Work work, final String... arguments) throws IOException,
		InterruptedException
	{
		this.folder = Files.createDirectories(folder);
		this.work = work;
		this.arguments = List.of(arguments);
		final Process process = start("whole");
		while (process.isAlive()) {
			whole = time(process, whole);
			final int done = done("whole");
			if (done > pieces) {
				if (pieces == 0) begun = whole;
				worked = whole;
				pieces = done;
			}
			Thread.sleep(1);
		}
		assertEquals(0, process.waitFor(), log("whole"));
		assertTrue(pieces > 2, pieces + " pieces of work");
	}

	private int done(final String output) throws IOException {
		return work.done(folder.resolve(output), folder.resolve(output + ".log"));
	}

	/** The command. */
	String name() {
		return arguments.get(0);
	}

	/** Where the results are that nobody disturbed. */
	Path whole() {
		return folder.resolve("whole");
	}

	/** Where those are of the run that is killed. */
	Path killed() {
		return folder.resolve("killed");
	}

	/** How often it was killed so far. */
	int kills() {
		return Arrays.stream(met).sum();
	}

	/** How often that met something. */
	int kills(final Met what) {
		return met[what.ordinal()];
	}

	/** Where in the whole run the work lies, and what the kills met. */
	String told() {
		return String.format(Locale.ROOT,
			"%s: %d pieces of work, from %.0f to %.0f %% of %.1f s of processor time; %d kills: %d before the first " +
				"piece of a run, %d in the work, %d after all of it", name(), pieces, 100. * begun.toMillis() / whole
					.toMillis(), 100. * worked.toMillis() / whole.toMillis(), whole.toMillis() * 1e-3, kills(), kills(
						Met.START), kills(Met.WORK), kills(Met.END));
	}

	/** What the last run into a folder has printed. */
	String log(final String output) throws IOException {
		return Files.readString(folder.resolve(output + ".log"), StandardCharsets.UTF_8);
	}

	/** Looks at what is there after a kill, and at the end. */
	interface Look {

		void at(Path killed) throws IOException;
	}

	/**
	 * Runs it into an empty folder, kills it and starts it again until it is done.
	 *
	 * @param most kills after which it is left alone
	 * @param look called after each kill and at the end
	 */
	void toItsEnd(final SplittableRandom random, final int most, final Look look)
		throws IOException, InterruptedException
	{
		delete(killed());
		for (int i = 0;; i++) {
			final Process process = start("killed");
			final int before = done("killed");
			// Of runs that have only files to write half are left alone.
			final boolean killing = i < most && (before < pieces || random.nextBoolean());
			final boolean done = killing ? kill(process, before, moment(random, before)) : ends(process);
			assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it is dead");
			if (done) assertEquals(0, process.exitValue(), log("killed"));
			else {
				final int now = done("killed");
				met[(now == pieces ? Met.END : now > before ? Met.WORK : Met.START).ordinal()]++;
			}
			whatIsThereIsWhole(killed());
			look.at(killed());
			if (done) return;
		}
	}

	/** When a run is killed: so long after its start, or after it has done one more piece. */
	private record Moment(boolean afterAPiece, Duration time) {}

	/** @param before pieces that were done before the run */
	private Moment moment(final SplittableRandom random, final int before) {
		final double share = random.nextDouble();
		// Until one has met the work, in its first half.
		final boolean first = kills(Met.WORK) == 0;
		final int kind = first ? 0 : random.nextInt(10);
		if (before == pieces || kind == 9) return new Moment(false, share(whole, share));
		final Duration left = share(worked.minus(begun), (double) (pieces - before) / pieces);
		return new Moment(true, kind < 6 ? share(left, first ? share / 2 : share) : left.plus(share(whole.minus(
			worked), share)));
	}

	private static Duration share(final Duration time, final double share) {
		return Duration.ofNanos((long) (time.toNanos() * share));
	}

	/** @return whether it was faster */
	private boolean kill(final Process process, final int before, final Moment moment) throws IOException,
		InterruptedException
	{
		Duration took = Duration.ZERO;
		Duration end = moment.afterAPiece ? null : moment.time;
		while (process.isAlive() && (end == null || took.compareTo(end) < 0)) {
			took = time(process, took);
			if (end == null && done("killed") > before) end = took.plus(moment.time);
			Thread.sleep(1);
		}
		if (!process.isAlive()) return true;
		process.destroyForcibly();
		return false;
	}

	private static boolean ends(final Process process) throws InterruptedException {
		process.waitFor();
		return true;
	}

	private Process start(final String output) throws IOException {
		final List<String> command = new ArrayList<>(JAVA);
		for (final String name : PROPERTIES)
			if (System.getProperty(name) != null) command.add(1, "-D" + name + "=" + System.getProperty(name));
		command.add(CommandLine.class.getName());
		command.addAll(arguments);
		command.add("output_folder=" + folder.resolve(output));
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(output +
			".log").toFile()).start();
	}

	/** @param before what it was, where the process has just ended */
	private static Duration time(final Process process, final Duration before) {
		return process.info().totalCpuDuration().orElse(before);
	}

	/** No file says less than it should, but those that are hidden, and journals' last lines. */
	private static void whatIsThereIsWhole(final Path root) throws IOException {
		for (final Path file : files(root)) {
			final String name = file.getFileName().toString();
			if (name.endsWith(".csv")) CsvTable.read(file);
			else if (name.endsWith(".json")) JsonParser.parseString(Files.readString(file));
			else if (name.endsWith(".png")) assertNotNull(ImageIO.read(file.toFile()), file.toString());
			else if (name.endsWith(".svg")) assertTrue(Files.readString(file).matches(
				"(?s).*</svg\\s*>\\s*"), file.toString());
			else if (name.endsWith(".jsonl")) lines(file).forEach(JsonParser::parseString);
			else assertTrue(Files.size(file) > 0, file.toString());
		}
	}

	/** Files that aren't hidden, nor in a hidden folder. */
	static List<Path> files(final Path root) throws IOException {
		if (Files.notExists(root)) return List.of();
		try (Stream<Path> all = Files.walk(root)) {
			return all.filter(Files::isRegularFile).filter(f -> !isHidden(root, f)).sorted().toList();
		}
	}

	/** Hidden files and folders, but the list of a run's files, which stays. */
	static List<Path> hidden(final Path root) throws IOException {
		try (Stream<Path> all = Files.walk(root)) {
			return all.filter(f -> isHidden(root, f) && !f.endsWith(RunFiles.NAME)).toList();
		}
	}

	private static boolean isHidden(final Path root, final Path file) {
		for (final Path part : root.relativize(file))
			if (part.toString().startsWith(".")) return true;
		return false;
	}

	/** The lines of a journal that are whole. */
	static List<String> lines(final Path journal) throws IOException {
		if (Files.notExists(journal)) return List.of();
		final String text = Files.readString(journal);
		return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
	}

	/** All results by file, without what depends on the clock and on where they are. */
	static Map<String, String> results(final Path root) throws IOException {
		final Map<String, String> all = new TreeMap<>();
		for (final Path file : files(root))
			all.put(root.relativize(file).toString(), timeless(root, file));
		return all;
	}

	private static String timeless(final Path root, final Path file) throws IOException {
		final String name = file.getFileName().toString();
		if (name.endsWith(".csv")) return timeless(CsvTable.read(file));
		if (name.endsWith(".json")) return never(timeless(JsonParser.parseString(Files.readString(file)))
			.toString());
		// Images are done in any order.
		if (name.endsWith(".jsonl")) return lines(file).stream().map(l -> timeless(JsonParser.parseString(l))
			.toString()).sorted().collect(Collectors.joining("\n"));
		if (name.endsWith(".txt")) return never(Files.readString(file).replace(root.toString(), "OUT")
			.replaceAll("(?m)^Time: .*", ""));
		// Times are drawn and told in it.
		if (name.equals("report.html")) return "";
		return Arrays.hashCode(Files.readAllBytes(file)) + " of " + Files.size(file) + " bytes";
	}

	/** As if it had never been interrupted. */
	private static String never(final String text) {
		return text.replaceAll(" ?Resumed after \\d+ evaluations?\\.", "").replaceAll(
			" \\(\\d+ of them before\\)", "");
	}

	private static String timeless(final CsvTable table) {
		final StringBuilder text = new StringBuilder();
		for (int i = 0; i < table.size(); i++)
			for (final String column : table.header())
				if (!column.equals("seconds")) text.append(column).append('=').append(table.get(i, column)).append(
					' ');
		return text.toString();
	}

	private static JsonElement timeless(final JsonElement json) {
		if (json.isJsonArray()) json.getAsJsonArray().forEach(KilledRun::timeless);
		if (json.isJsonObject()) {
			final JsonObject object = json.getAsJsonObject();
			List.of("seconds", "macro").forEach(object::remove);
			object.entrySet().forEach(e -> timeless(e.getValue()));
		}
		return json;
	}

	static void delete(final Path root) throws IOException {
		if (Files.notExists(root)) return;
		try (Stream<Path> all = Files.walk(root)) {
			for (final Path file : all.sorted((a, b) -> b.compareTo(a)).toList())
				Files.delete(file);
		}
		assertFalse(Files.exists(root));
	}
}
