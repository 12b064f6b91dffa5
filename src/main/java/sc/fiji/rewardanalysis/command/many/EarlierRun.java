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

package sc.fiji.rewardanalysis.command.many;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.rewardanalysis.command.OptimizeAtomFinding;
import sc.fiji.rewardanalysis.command.run.MacroOptions;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.ResultFolder;

/**
 * What an earlier run was asked for, read from the macro line in one of its files.
 *
 * @param leaf the command's name in macros
 * @param options as the line has them
 */
record EarlierRun(String leaf, String options) {

	private static final String SUMMARY = "summary.txt";

	/**
	 * In a text, or in JSON with its quotes escaped. Possessive, for otherwise a long text would take
	 * as deep a stack.
	 */
	private static final Pattern LINE = Pattern.compile(
		"run\\(\"((?:[^\"\\\\]|\\\\.)*+)\", \"((?:[^\"\\\\]|\\\\.)*+)\"\\)"), JSON_TEXT = Pattern.compile(
			"\"(run\\((?:[^\"\\\\]|\\\\.)*+)\"");

	/** Of its lines, the one that repeats the run. */
	private static final String MACRO = "Macro:";

	/**
	 * Reads it.
	 *
	 * @param place the run's output folder, or one of its files
	 * @throws RewardAnalysisException if there is no macro line
	 */
	static EarlierRun read(final Path place) {
		if (ResultFolder.isOurs(place)) return ofImage(ResultFolder.about(place));
		for (final Path file : Files.isDirectory(place) ? files(place) : List.of(place)) {
			final Optional<EarlierRun> run = of(text(file));
			if (run.isPresent()) return run.get().ofEach();
		}
		throw new RewardAnalysisException(
			"like_run is \"%s\", in which there is no macro line; choose the output folder of an earlier run, or its summary.txt or study.json.",
			place);
	}

	/** One of many. Where its search began was that run's choice. */
	private static EarlierRun ofImage(final Map<String, String> about) {
		final Map<String, String> options = MacroOptions.parse(about.getOrDefault("options", ""));
		options.remove(FolderRequest.WARM_START);
		return new EarlierRun(about.getOrDefault("analysis", ""), MacroOptions.text(options));
	}

	/** What was done with each image, if it is a run over many. */
	private EarlierRun ofEach() {
		if (!leaf.equals(ProcessFolder.LEAF) && !leaf.equals(WatchFolder.LEAF)) return this;
		final Map<String, String> run = MacroOptions.parse(options);
		final String like = run.getOrDefault("like_run", "");
		final EarlierRun earlier = like.isBlank() ? new EarlierRun(run.getOrDefault("analysis",
			OptimizeAtomFinding.LEAF), "") : read(Path.of(like));
		final Map<String, String> each = MacroOptions.parse(earlier.options);
		each.putAll(MacroOptions.parse(run.getOrDefault("options", "")));
		return new EarlierRun(earlier.leaf, MacroOptions.text(each));
	}

	/** The summary, then what there is of JSON. */
	private static List<Path> files(final Path folder) {
		final List<Path> files = new ArrayList<>();
		if (Files.exists(folder.resolve(SUMMARY))) files.add(folder.resolve(SUMMARY));
		try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "*.json")) {
			all.forEach(files::add);
		}
		catch (final IOException exc) {
			throw cannotRead(folder, exc);
		}
		return files;
	}

	private static String text(final Path file) {
		try {
			return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
		}
		catch (final IOException exc) {
			throw cannotRead(file, exc);
		}
	}

	private static RewardAnalysisException cannotRead(final Path place, final IOException exc) {
		return new RewardAnalysisException(exc,
			"like_run is \"%s\", which can't be read; choose the output folder of an earlier run.", place);
	}

	static Optional<EarlierRun> of(final String text) {
		final int macro = text.indexOf(MACRO);
		final Matcher plain = LINE.matcher(text);
		if (plain.find(Math.max(0, macro))) return Optional.of(of(plain));
		final Matcher json = JSON_TEXT.matcher(text);
		while (json.find()) {
			final Matcher inner = LINE.matcher(unescaped(json.group(1)));
			if (inner.find()) return Optional.of(of(inner));
		}
		return Optional.empty();
	}

	private static EarlierRun of(final Matcher line) {
		return new EarlierRun(unescaped(line.group(1)), unescaped(line.group(2)));
	}

	/**
	 * A backslash stands before quotes, backslashes and the letters of line ends; JSON may have others by
	 * their number.
	 */
	private static String unescaped(final String text) {
		final StringBuilder plain = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (c != '\\' || i + 1 == text.length()) plain.append(c);
			else if (text.startsWith("\\u", i) && text.substring(i + 2).matches("(?s)[0-9a-fA-F]{4}.*")) {
				plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
				i += 5;
			}
			else {
				final char next = text.charAt(++i);
				plain.append(next == 'n' ? '\n' : next == 'r' ? '\r' : next);
			}
		}
		return plain.toString();
	}
}
