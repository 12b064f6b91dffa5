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

package sc.fiji.rewardanalysis.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.cif.CifFile;
import sc.fiji.rewardanalysis.core.lattice.CrystalProjection;
import sc.fiji.rewardanalysis.core.lattice.ZoneAxis;

/**
 * Reads every CIF file below a folder, projects what it could read, and prints how many were read,
 * how many of those agree with their own formula, why the others were refused, and the slowest one.
 * Whatever else than a sentence comes out ends it.
 */
public final class CifCollection {

	private static final List<String> AXES = List.of("0 0 1", "1 1 0", "1 2 3");

	private CifCollection() {}

	/** @param args a folder */
	public static void main(final String... args) throws IOException {
		final Map<String, Integer> reasons = new TreeMap<>();
		int read = 0, agree = 0, projected = 0;
		double slowest = 0;
		final List<Path> files;
		try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
			files = all.filter(f -> f.toString().endsWith(".cif") && Files.isRegularFile(f)).sorted().toList();
		}
		for (final Path file : files) {
			final long start = System.nanoTime();
			try {
				final CifFile cif = CifFile.read(file);
				read++;
				if (cif.note().isEmpty()) agree++;
				else System.out.println(file.getFileName() + ": " + cif.note());
				for (final String axis : AXES)
					CrystalProjection.of(cif.crystal(), ZoneAxis.parse(axis), Progress.NONE);
				projected++;
			}
			catch (final RewardAnalysisException e) {
				reasons.merge(e.getMessage().replace(file.toString(), "FILE").replaceAll("\"[^\"]*\"", "\"\"").replaceAll(
					"\\d+", "N"), 1, Integer::sum);
			}
			slowest = Math.max(slowest, (System.nanoTime() - start) * 1e-9);
		}
		reasons.forEach((reason, count) -> System.out.println(count + " × " + reason));
		System.out.printf("%d files, %d read, %d of them agree with their formula or have none, %d projected along %s; slowest %.1f s%n",
			files.size(), read, agree, projected, AXES, slowest);
	}
}
