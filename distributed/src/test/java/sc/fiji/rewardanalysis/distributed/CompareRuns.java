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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;

/**
 * Compares what a cluster wrote with what a single machine wrote: every image exactly once, sorted,
 * and every number equal to the last bit but times.
 */
final class CompareRuns {

	/** Of a run, not of an image. */
	private static final Set<String> TIMES = Set.of("seconds", "analysis_seconds");

	private CompareRuns() {}

	/** @param args output of the cluster, output folder of the single machine */
	public static void main(final String... args) throws IOException {
		System.out.println(compare(Path.of(args[0]), Path.of(args[1])));
	}

	/** Compares; a sentence, or an exception at the first difference. */
	static String compare(final Path cluster, final Path single) throws IOException {
		final List<Map<String, String>> images = rows(cluster.resolve("images.csv"));
		final Map<String, List<Map<String, String>>> atoms = new HashMap<>();
		for (final Map<String, String> row : rows(cluster.resolve("atoms.csv")))
			atoms.computeIfAbsent(row.get("path"), p -> new ArrayList<>()).add(row);
		final Set<String> names = new HashSet<>(), executors = new HashSet<>();
		String last = "";
		long numbers = 0;
		for (final Map<String, String> image : images) {
			final String path = image.get("path"), name = path.substring(path.lastIndexOf('/') + 1);
			check(last.compareTo(path) < 0, path + " is not in order, or twice.");
			last = path;
			names.add(name);
			executors.add(image.get("executor"));
			check(image.get("status").equals("done"), path + ": " + image.get("reason"));
			final Path folder = single.resolve(name);
			numbers += same(name, ImageTask.figures(folder), image);
			final CsvTable table = CsvTable.read(folder.resolve("atoms.csv"));
			check(table.size() == atoms.getOrDefault(path, List.of()).size(), "Atoms of " + name);
			for (int i = 0; i < table.size(); i++) {
				final Map<String, String> row = new HashMap<>();
				for (final String column : table.header())
					row.put(column, table.get(i, column));
				numbers += same(name + " row " + i, row, atoms.get(path).get(i));
			}
		}
		try (Stream<Path> folders = Files.list(single)) {
			final Set<String> expected = new HashSet<>();
			folders.forEach(f -> expected.add(f.getFileName().toString()));
			check(expected.equals(names), "The cluster has " + names + " instead of " + expected + ".");
		}
		return images.size() + " images, each once, by executors " + executors + "; " + numbers +
			" fields equal those of a single machine.";
	}

	private static int same(final String where, final Map<String, String> expected,
		final Map<String, String> row)
	{
		expected.forEach((name, value) -> check(TIMES.contains(name) || same(value, row.get(name)), where +
			": " + name + " is " + row.get(name) + " instead of " + value));
		return expected.size();
	}

	private static boolean same(final String a, final String b) {
		if (a.equals(b) || b.equals(a.equals("1") ? "true" : a.equals("0") ? "false" : null)) return true;
		try {
			return Double.compare(Double.parseDouble(a), Double.parseDouble(b)) == 0;
		}
		catch (final NumberFormatException exc) {
			return false;
		}
	}

	/** All rows of a table that Spark wrote. */
	static List<Map<String, String>> rows(final Path folder) throws IOException {
		final List<Map<String, String>> rows = new ArrayList<>();
		final List<Path> parts;
		try (Stream<Path> files = Files.list(folder)) {
			parts = files.filter(f -> f.getFileName().toString().startsWith("part-")).sorted().toList();
		}
		for (final Path part : parts) {
			if (Files.size(part) == 0) continue;
			final CsvTable table = CsvTable.read(part);
			for (int i = 0; i < table.size(); i++) {
				final Map<String, String> row = new HashMap<>();
				for (final String column : table.header())
					row.put(column, table.get(i, column));
				rows.add(row);
			}
		}
		return rows;
	}

	private static void check(final boolean holds, final String otherwise) {
		if (!holds) throw new AssertionError(otherwise);
	}
}
