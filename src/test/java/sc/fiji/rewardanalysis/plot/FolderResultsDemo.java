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

package sc.fiji.rewardanalysis.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.many.FolderReport;
import sc.fiji.rewardanalysis.core.io.many.FolderRun;
import sc.fiji.rewardanalysis.core.io.many.FolderTable;
import sc.fiji.rewardanalysis.core.io.many.RunFigures;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

/**
 * Writes the results of a made-up run over many images, to be looked at in a browser. Arguments: a folder
 * to write into; how many images; perhaps the output folder of an analysis, whose figures and picture all
 * images share but for some noise.
 */
public final class FolderResultsDemo {

	private FolderResultsDemo() {}

	public static void main(final String... args) throws IOException {
		final Path folder = Files.createDirectories(Path.of(args[0]));
		final int n = Integer.parseInt(args[1]);
		final List<ImageOutcome> outcomes = outcomes(folder, n, args.length > 2 ? Path.of(args[2]) : null);
		final long start = System.nanoTime();
		FolderTable.write(folder, outcomes);
		ContactSheet.write(folder, outcomes, Progress.NONE);
		FolderPlots.write(folder, outcomes, Progress.NONE);
		FolderReport.write(folder, run(), outcomes, Progress.NONE);
		System.out.printf("%d images: %.1f s, %d MiB in use%n", n, (System.nanoTime() - start) / 1e9, (Runtime
			.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
	}

	static FolderRun run() {
		final Map<String, String> about = new LinkedHashMap<>();
		about.put("Analysis", "Optimize Atom Finding...");
		about.put("Images", "/data/2026-11 <STO> & friends, *.tif, with sub-folders");
		about.put("Options", "lattice=SrTiO3-001 refine=gaussian");
		about.put("Mode", "each image with its own optimum");
		about.put("Seed", "1");
		about.put("Begun", "2026-11-22 02:00 UTC");
		return new FolderRun("Optimize Atom Finding: 2026-11 <STO> & friends", about,
			"run(\"Process Folder...\", \"folder=[/data/2026-11 <STO> & friends] analysis=[Optimize Atom Finding...]\");",
			4521);
	}

	static List<ImageOutcome> outcomes(final Path folder, final int n, final Path analysis)
		throws IOException
	{
		final Map<String, Object> like = analysis == null ? Map.of() : RunFigures.of(analysis);
		final Random random = new Random(1);
		final List<ImageOutcome> outcomes = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			final String name = i % 97 == 5 ? "=cmd|' /C calc'!A" + i + ".tif" : i % 41 == 7
				? "session 3/a long \"quoted\" name of an image with Ångström & <b>tags</b> " + i + ".tif"
				: String.format("session %d/image_%04d.tif", 1 + i / 100, i + 1);
			final String own = String.format("%04d %s", i + 1, i % 41 == 7 ? "Ångström & <b>" : "image");
			if (i % 53 == 17) {
				outcomes.add(new ImageOutcome(name, own, i % 2 == 0
					? "The file is damaged: it ends before its last row; copy it again."
					: "There is no pixel size in the image; give pixel_size.", Map.of(), 0.02));
				continue;
			}
			picture(folder.resolve(own), analysis, i);
			outcomes.add(new ImageOutcome(name, own, "", figures(like, random, i), 2 + random.nextDouble()));
		}
		return outcomes;
	}

	private static Map<String, Object> figures(final Map<String, Object> like, final Random random,
		final int i)
	{
		final Map<String, Object> figures = new LinkedHashMap<>();
		if (like.isEmpty()) {
			figures.put("atoms_counted", 143 + (int) (4 * random.nextGaussian()));
			figures.put("QC", 0);
			figures.put("ER", Math.max(0, 0.01 * random.nextGaussian()));
			figures.put("threshold", Math.exp(random.nextGaussian() - 4));
		}
		like.forEach((name, value) -> figures.put(name, value instanceof final Double d && !name.equals(
			"pixel_size_nm") ? (Object) (d * (1 + 0.1 * random.nextGaussian())) : value instanceof final Integer k &&
				name.startsWith("atoms") ? (Object) (k + (int) (3 * random.nextGaussian())) : value));
		if (i % 83 == 40) {
			figures.put("atoms_counted", 95);
			figures.put("QC", 0.195);
			figures.put("ER", 0.14);
		}
		if (i % 211 == 100) figures.put("check",
			"Neighbouring atoms are 1.081 times as far apart as in SrTiO3-001: is the pixel size 0.01295 nm instead of 0.014 nm?");
		return figures;
	}

	private static void picture(final Path into, final Path analysis, final int i) throws IOException {
		Files.createDirectories(into);
		Files.writeString(into.resolve("summary.txt"), "Found:      …\n");
		Files.writeString(into.resolve("atoms.csv"), "id\n");
		if (analysis != null && Thumbnail.picture(analysis).isPresent()) {
			Files.deleteIfExists(into.resolve("overlay.png"));
			Files.createLink(into.resolve("overlay.png"), Thumbnail.picture(analysis).get());
			return;
		}
		final BufferedImage picture = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(Color.getHSBColor(i / 50f, 0.5f, 0.9f));
		g.fillOval(20, 20, 260, 160);
		g.dispose();
		Pictures.write(into.resolve("overlay.png"), picture);
	}
}
