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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scijava.Context;

import sc.fiji.rewardanalysis.command.amorphous.FindAmorphousRegions;
import sc.fiji.rewardanalysis.command.amorphous.OptimizeAmorphousRegions;
import sc.fiji.rewardanalysis.command.crystal.EstimatePhysics;
import sc.fiji.rewardanalysis.command.crystal.FitLattice;
import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.Progress;

/**
 * What the suite makes of its samples is what it made of them before: atoms, rewards,
 * parameters, crystals, regions, line by line.
 * <p>
 * After a change that is meant,
 * {@code mvn test -Dtest=GoldenOutputsTest -Dgolden.update=true} prints what differs and
 * renews the files in {@code src/test/resources/golden}.
 */
class GoldenOutputsTest {

	private static final Path GOLDEN = Path.of("src/test/resources/golden");
	private static final boolean UPDATE = Boolean.getBoolean("golden.update");

	/** Of places, px, and of whatever else, relative: the last digits are another processor's. */
	private static final double PLACE = 1e-6, RELATIVE = 1e-6;

	/** Of tables of atoms only what was found: places, unless a file gave them, and kinds. */
	private static final Set<String> PLACES = Set.of("x_px", "y_px"), KINDS = Set.of("id", "is_error",
		"class", "region", "status", "h", "k");

	/** A time, a name. */
	private static final Set<String> LEFT_OUT = Set.of("seconds", "sha256", "note");

	private static final String YBCO = " lattice=YBa2Cu3O7-100", SRTIO3 = " lattice=SrTiO3-001",
			SILICON = " lattice=Si-110";

	/** The command that one would use for each sample. */
	enum Sample {
			OPTIMIZE_SRTIO3("srtio3", OptimizeAtomFinding.LEAF, SRTIO3),
			OPTIMIZE_SI110_DRIFT("si110-drift", OptimizeAtomFinding.LEAF, SILICON),
			OPTIMIZE_YBCO_NOISE01("ybco-noise0.1", OptimizeAtomFinding.LEAF, YBCO),
			OPTIMIZE_YBCO_NOISE03("ybco-noise0.3", OptimizeAtomFinding.LEAF, YBCO),
			BAYESIAN_SRTIO3("srtio3", OptimizeAtomFinding.LEAF, SRTIO3 +
				" engine=bayesian evaluations=20 refine=none"),
			FIND_SRTIO3("srtio3", FindAtoms.LEAF, "threshold=0.1"),
			WINDOWS_SRTIO3("srtio3", OptimizeInSlidingWindows.LEAF, SRTIO3 + " window_size=2.2 refine=none"),
			FIT_SRTIO3("srtio3", FitLattice.LEAF, SRTIO3 + " atoms_file=[%s]"),
			FIT_SI110_DRIFT("si110-drift", FitLattice.LEAF, SILICON + " atoms_file=[%s]"),
			ESTIMATE_SRTIO3("srtio3", EstimatePhysics.LEAF, SRTIO3),
			ESTIMATE_SI110_DRIFT("si110-drift", EstimatePhysics.LEAF, SILICON),
			ESTIMATE_YBCO_NOISE01("ybco-noise0.1", EstimatePhysics.LEAF, YBCO),
			CLASSIFY_SRTIO3("srtio3", ClassifyAtoms.LEAF,
				"atoms_file=[%s] window=20 window_unit=px components=2"),
			REGIONS_YBCO_DISC("ybco-disc", FindAmorphousRegions.LEAF, YBCO + " atoms_file=[%s]"),
			REGIONS_YBCO_RING("ybco-ring", FindAmorphousRegions.LEAF, YBCO + " atoms_file=[%s]"),
			REGIONS_YBCO_BAND("ybco-band", FindAmorphousRegions.LEAF, YBCO + " atoms_file=[%s]"),
			REGIONS_YBCO_AMORPHOUS("ybco-amorphous", FindAmorphousRegions.LEAF, YBCO + " atoms_file=[%s]"),
			OPTIMIZE_REGIONS_YBCO_DISC("ybco-disc", OptimizeAmorphousRegions.LEAF, YBCO +
				" atoms_file=[%s] features=geometry engine=sobol evaluations=8");

		private final String image, leaf, options;

		Sample(final String image, final String leaf, final String options) {
			this.image = image;
			this.leaf = leaf;
			this.options = options;
		}

		Path file() {
			return GOLDEN.resolve(name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv");
		}

		List<String> run(final Path into) throws IOException {
			try (Context context = new Context(UnseenAnalysis.services().toArray(new Class[0]))) {
				new UnseenAnalysis(context, leaf, options.replace("%s", Path.of("sample-data", image +
					"_truth.csv").toAbsolutePath().toString()).strip()).run(Commands.sample(image), into, Map.of(),
						note -> {}, Progress.NONE);
			}
			final List<String> lines = new ArrayList<>();
			try (Stream<Path> tables = Files.list(into)) {
				for (final Path table : tables.filter(f -> f.getFileName().toString().matches(
					"(atoms|pareto|regions|physics|crystals|defects|classes|windows).csv")).sorted().toList())
				{
					lines.add("# " + table.getFileName());
					lines.addAll(kept(Files.readAllLines(table), table.endsWith("atoms.csv"), !options.contains(
						"atoms_file")));
				}
			}
			return lines;
		}
	}

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void theResultIsThatOfBefore(final Sample sample) throws IOException {
		final List<String> found = sample.run(folder);
		final List<String> before = Files.exists(sample.file()) ? Files.readAllLines(sample.file())
			: List.of();
		final List<String> differences = differences(before, found);
		if (UPDATE && !differences.isEmpty()) {
			System.out.println(sample.file() + "\n" + String.join("\n", differences));
			Files.createDirectories(GOLDEN);
			Files.write(sample.file(), found);
			return;
		}
		assertTrue(differences.isEmpty(), () -> sample.file() + " isn't what is found; -Dgolden.update=true " +
			"renews it:\n" + differences.stream().limit(20).collect(Collectors.joining("\n")));
	}

	@Test
	void noFileIsLeftOver() throws IOException {
		final Set<Path> known = Arrays.stream(Sample.values()).map(Sample::file).collect(Collectors.toSet());
		try (Stream<Path> files = Files.list(GOLDEN)) {
			assertTrue(files.allMatch(known::contains));
		}
	}

	/** The columns that count, numbers to seven digits or a millionth. */
	private static List<String> kept(final List<String> table, final boolean atoms,
		final boolean places)
	{
		final String[] header = cells(table.get(0));
		return table.stream().map(line -> {
			final String[] cells = cells(line);
			final List<String> kept = new ArrayList<>();
			for (int i = 0; i < header.length; i++)
				if (atoms ? KINDS.contains(header[i]) || places && PLACES.contains(header[i]) : !LEFT_OUT.contains(
					header[i])) kept.add(shortened(
					header[i], cells[i]));
			return String.join(",", kept);
		}).toList();
	}

	private static String[] cells(final String line) {
		return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
	}

	private static String shortened(final String column, final String cell) {
		if (!cell.matches("-?\\d+\\.\\d+(E-?\\d+)?")) return cell;
		return String.format(Locale.ROOT, column.endsWith("_px") ? "%.7f" : "%.8g", Double.parseDouble(cell));
	}

	private static List<String> differences(final List<String> before, final List<String> found) {
		final List<String> differences = new ArrayList<>();
		if (before.size() != found.size()) differences.add(before.size() + " lines before, " + found.size() +
			" now");
		String[] header = {};
		int[] column = {};
		for (int i = 0; i < Math.min(before.size(), found.size()); i++) {
			final String[] old = cells(before.get(i)), now = cells(found.get(i));
			if (i > 0 && before.get(i - 1).startsWith("#")) {
				header = old;
				// A column more is no difference: a reward that is only reported adds one.
				column = Arrays.stream(old).mapToInt(Arrays.asList(now)::indexOf).toArray();
			}
			final boolean table = old.length == header.length;
			boolean same = table || old.length == now.length;
			for (int c = 0; same && c < old.length; c++) {
				final int at = table ? column[c] : c;
				same = at >= 0 && at < now.length && isSame(table && header[c].endsWith("_px"), old[c], now[at]);
			}
			if (!same) differences.add("line " + (i + 1) + ": " + before.get(i) + "  ->  " + found.get(i));
		}
		return differences;
	}

	private static boolean isSame(final boolean place, final String before, final String now) {
		if (before.equals(now)) return true;
		final String number = "-?\\d+(\\.\\d+)?(e[-+]?\\d+)?";
		if (!before.matches(number) || !now.matches(number)) return false;
		final double a = Double.parseDouble(before), b = Double.parseDouble(now);
		return Math.abs(a - b) <= (place ? PLACE : RELATIVE * Math.max(Math.abs(a), 1e-6));
	}
}
