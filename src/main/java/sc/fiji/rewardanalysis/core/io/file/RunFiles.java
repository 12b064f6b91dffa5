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

package sc.fiji.rewardanalysis.core.io.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.core.DiskFullException;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Which files in an output folder runs have written, so that one run's results are never taken
 * for another's: once a run has written results, those of earlier runs that it hasn't written over
 * are moved into a folder {@code earlier-1}, or the next number. A file is theirs if it has the
 * size and the time that it had when it was written; all others are the user's and stay.
 * <p>
 * It is kept in a hidden file of the folder, a line a file, which {@link AtomicFile} adds before
 * the file gets its name. So it holds after a kill, too.
 */
public final class RunFiles {

	/** The hidden file's name. */
	public static final String NAME = ".run-files";

	/** Lines that begin what a run writes, and what isn't to be moved later. */
	private static final String RUN = "run", ASIDE = "aside";

	/** Bytes, time in ms, name. */
	private static final Pattern LINE = Pattern.compile("(\\d+) (-?\\d+) (.+)");

	/** What later runs go on with, or what took hours to make. */
	private static final Pattern KEPT = Pattern.compile(".*\\.safetensors|before\\.json");

	/** What a file was like when it was written. */
	private record State(long bytes, long time) {

		static State of(final Path file) throws IOException {
			final BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
			return new State(now.size(), now.lastModifiedTime().toMillis());
		}
	}

	private final Path folder;

	/** Of earlier runs, by name: what they were like, each time they were written. */
	private final Map<String, Set<State>> earlier;
	private final boolean aside, goesOn;

	private RunFiles(final Path folder, final boolean aside, final Collection<Path> inputs) {
		this.folder = folder.toAbsolutePath();
		this.aside = aside;
		try {
			earlier = read(false);
			goesOn = isReadFrom(inputs);
			begin();
		}
		catch (final IOException exc) {
			if (AtomicFile.isFull(this.folder, 0, exc)) throw new DiskFullException(exc, folder);
			throw new RewardAnalysisException(exc,
				"Cannot write into output_folder %s (%s); choose a folder that you may write to.", folder, AtomicFile
					.reason(exc));
		}
	}

	/**
	 * Begins a run.
	 *
	 * @param folder that nobody else writes into meanwhile
	 * @param inputs files that the run reads; if one is an earlier run's, or the folder itself, it builds
	 *          on what is there, and nothing is moved
	 */
	public static RunFiles begin(final Path folder, final Collection<Path> inputs) {
		return new RunFiles(folder, false, inputs);
	}

	/** Begins one whose files are put beside those that are there, and that no later one moves. */
	public static RunFiles aside(final Path folder) {
		return new RunFiles(folder, true, List.of());
	}

	/**
	 * A file gets its name, in a folder in which this is to be known.
	 *
	 * @param temporary what it is called until then
	 */
	static void add(final Path temporary, final Path file) throws IOException {
		final Path record = temporary.resolveSibling(NAME);
		if (Files.notExists(record)) return;
		final State state = State.of(temporary);
		final String line = state.bytes + " " + state.time + " " + file.getFileName() + "\n";
		Files.writeString(record, line, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
	}

	/** @param last whether only of the run that began last, or else of all */
	private Map<String, Set<State>> read(final boolean last) throws IOException {
		final Map<String, Set<State>> known = new LinkedHashMap<>();
		final Path record = folder.resolve(NAME);
		if (Files.notExists(record)) return known;
		boolean counts = true;
		// A line that a kill cut short is no name in UTF-8, perhaps.
		for (final String line : new String(Files.readAllBytes(record), StandardCharsets.UTF_8).split("\n")) {
			if (line.equals(RUN) && last) known.clear();
			if (line.equals(RUN) || line.equals(ASIDE)) counts = line.equals(RUN);
			final Matcher matcher = LINE.matcher(line);
			if (counts && matcher.matches()) known.computeIfAbsent(matcher.group(3), n -> new LinkedHashSet<>()).add(
				new State(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
		}
		return known;
	}

	private void begin() throws IOException {
		final StringBuilder text = new StringBuilder();
		earlier.keySet().removeIf(name -> !Files.isRegularFile(folder.resolve(name)));
		if (aside && earlier.isEmpty()) {
			Files.deleteIfExists(folder.resolve(NAME));
			return;
		}
		earlier.forEach((name, states) -> states.forEach(s -> text.append(s.bytes).append(' ').append(
			s.time).append(' ').append(name).append('\n')));
		text.append(aside ? ASIDE : RUN).append('\n');
		// Whole or not at all, for it says what may be moved.
		final Path temporary = AtomicFile.temporary(folder.resolve(NAME));
		try {
			Files.writeString(temporary, text);
			Files.move(temporary, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	private boolean isReadFrom(final Collection<Path> inputs) throws IOException {
		for (final Path input : inputs) {
			final Path path = input.toAbsolutePath().normalize();
			if (Files.notExists(path)) continue;
			if (Files.isSameFile(path, folder)) return true;
			if (path.getParent() != null && Files.isSameFile(path.getParent(), folder) && earlier.containsKey(path
				.getFileName().toString())) return true;
		}
		return false;
	}

	/**
	 * The run has ended, in whatever way. If it has written results, those of earlier ones are moved.
	 *
	 * @return what the user should know of what was moved and of what couldn't be; empty for nothing
	 */
	public String end() {
		try {
			if (aside) {
				resume();
				return "";
			}
			final Set<String> written = read(true).keySet();
			if (written.isEmpty() && earlier.isEmpty()) Files.deleteIfExists(folder.resolve(NAME));
			return goesOn || written.stream().allMatch(RunFiles::isKept) ? "" : replaced(written);
		}
		catch (final IOException exc) {
			return "What earlier runs have left in " + folder + " can't be told (" + AtomicFile.reason(exc) + ").";
		}
	}

	/** What windows of the run before still write is that one's. */
	private void resume() throws IOException {
		if (Files.exists(folder.resolve(NAME))) Files.writeString(folder.resolve(NAME), RUN + "\n",
			StandardOpenOption.WRITE, StandardOpenOption.APPEND);
	}

	private static boolean isKept(final String name) {
		return KEPT.matcher(name).matches();
	}

	private Path away() {
		for (int i = 1;; i++) {
			final Path away = folder.resolve("earlier-" + i);
			if (Files.notExists(away)) return away;
		}
	}

	private String replaced(final Set<String> written) {
		final List<String> moved = new ArrayList<>(), left = new ArrayList<>();
		final Path away = away();
		earlier.forEach((name, states) -> {
			final Path file = folder.resolve(name);
			if (written.contains(name) || !Files.isRegularFile(file)) return;
			try {
				if (isKept(name)) left.add(name);
				else if (!states.contains(State.of(file))) left.add(name + " (changed since)");
				else {
					Files.createDirectories(away);
					Files.move(file, away.resolve(name));
					moved.add(name);
				}
			}
			catch (final IOException exc) {
				left.add(name + " (" + AtomicFile.reason(exc) + ")");
			}
		});
		final List<String> told = new ArrayList<>();
		if (!moved.isEmpty()) told.add("Moved from output_folder into its folder " + away.getFileName() +
			", for it was of an earlier run: " + String.join(", ", moved) + ".");
		if (!left.isEmpty()) told.add("Left in output_folder, though of an earlier run: " + String.join(", ",
			left) + ".");
		return String.join(" ", told);
	}
}
