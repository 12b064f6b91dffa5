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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

import sc.fiji.rewardanalysis.command.FindAtoms;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Normalizer.Levels;
import sc.fiji.rewardanalysis.core.detect.PartMaxima;
import sc.fiji.rewardanalysis.core.detect.PartMaxima.Part;
import sc.fiji.rewardanalysis.core.io.AtomsTable;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomDetection;

/**
 * {@code Find Atoms...} on one image that no machine holds, tile by tile over a cluster: a program
 * for {@code spark-submit} (docs/scaling.md). The atoms are those of the whole image, bit for bit.
 * Ends with status 0, with 1 after a sentence if it failed, with 2 if its arguments are wrong.
 */
public final class FindAtomsInTiles {

	private static final Set<String> NAMES = Set.of("input", "output", "options", "tile", "raw",
		"pixel-size", "search-on", "search-options"), FLAGS = Set.of("overwrite");

	private static final int TILE = 2048, LEAST_TILE = 64;

	private final JavaSparkContext spark;
	private final SparkSession session;
	private final PrintStream out;
	private final Arguments arguments;
	private final HadoopFiles output;

	private FindAtomsInTiles(final SparkSession session, final Arguments arguments,
		final PrintStream out)
	{
		this.session = session;
		spark = JavaSparkContext.fromSparkContext(session.sparkContext());
		this.arguments = arguments;
		this.out = out;
		output = new HadoopFiles(arguments.required("output"), spark.hadoopConfiguration());
	}

	/** @param args as docs/scaling.md lists them */
	public static void main(final String... args) {
		System.exit(run(System.out, args));
	}

	/** Does all and says how it went; the exit status. */
	static int run(final PrintStream out, final String... args) {
		final Arguments arguments;
		try {
			arguments = new Arguments(NAMES, FLAGS, args);
			arguments.required("input");
			arguments.required("output");
			arguments.number("tile", TILE, LEAST_TILE);
			PixelSizes.given(arguments);
			if (arguments.has("search-options") != arguments.has("search-on"))
				throw new RewardAnalysisException(
					"--search-on and --search-options belong together; give both or neither.");
			checked(FindAtoms.detection(ExecutorContext.get(), arguments.text("options", "")));
		}
		catch (final RewardAnalysisException exc) {
			out.println("Error: " + exc.getMessage());
			return 2;
		}
		final SparkSession session = SparkSession.builder().appName("Reward Analysis: tiles").getOrCreate();
		try {
			new FindAtomsInTiles(session, arguments, out).run();
			return 0;
		}
		catch (final RewardAnalysisException exc) {
			out.println("Error: " + exc.getMessage());
			return 1;
		}
		finally {
			session.stop();
		}
	}

	/** What a tile can't do without the others. */
	private static AtomDetection checked(final AtomDetection detection) {
		if (detection.preparation().isFiltering()) throw new RewardAnalysisException(
			"background_sigma and denoise_sigma need the whole image; leave them at 0, or filter it before.");
		if (detection.normalization() == Normalization.NOISE) throw new RewardAnalysisException(
			"normalization=noise needs the whole image; choose min-max or none.");
		if (detection.refinement() != Refinement.NONE) throw new RewardAnalysisException(
			"refine=%s needs the whole image; leave it at none.", detection.refinement().name().toLowerCase(
				Locale.ROOT));
		return detection;
	}

	private void run() {
		final long start = System.nanoTime();
		if (arguments.has("overwrite")) output.delete();
		else if (!output.isEmpty()) throw new RewardAnalysisException(
			"There is something in %s already; give --overwrite to delete it, or another --output.", arguments
				.required("output"));
		final StoredImage image = image(spark.hadoopConfiguration());
		final TileTask task = new TileTask(image, spark.broadcast(new SerializableConfiguration(spark
			.hadoopConfiguration())));
		final List<Part> parts = PartMaxima.parts(image.width(), image.height(), arguments.number("tile",
			TILE, LEAST_TILE));
		final TileTask.Extent extent = extent(task, parts);
		final double pixel = PixelSizes.of(arguments, image);
		final String options = arguments.has("search-on") ? new PartSearch(image, arguments.text(
			"search-on", ""), arguments.text("search-options", ""), pixel).options(extent, spark
				.hadoopConfiguration()) : arguments.text("options", "");
		final AtomDetection detection = checked(FindAtoms.detection(ExecutorContext.get(), options));
		final List<Blob> blobs = blobs(task, parts, detection, levels(detection, extent));
		write(AtomsTable.of(RefinedAtoms.asDetected(blobs), pixel, 0, 0), String.format(Locale.ROOT,
			"Image:   %s, %d x %d px, grey values from %s to %s.%nTiles:   %d%nOptions: %s%nAtoms:   %d%nTime:    %.1f s%n",
			image.path(), image.width(), image.height(), extent.min(), extent.max(), parts.size(), options,
			blobs.size(), (System.nanoTime() - start) * 1e-9));
	}

	private StoredImage image(final Configuration hadoop) {
		final String path = arguments.required("input");
		try {
			if (arguments.has("raw")) return RawFile.of(path, arguments.text("raw", ""), StoredImage.length(
				path, hadoop));
			try (FSDataInputStream in = StoredImage.open(path, hadoop)) {
				return TiffHeader.read(in, path);
			}
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "%s can't be read (%s); check its name.", new Path(path),
				AtomicFile.reason(exc));
		}
	}

	private TileTask.Extent extent(final TileTask task, final List<Part> parts) {
		final TileTask.Extent extent = spark.parallelize(parts, parts.size()).map(task::extent).reduce(
			TileTask.Extent::and);
		if (extent.invalid() > 0) throw new RewardAnalysisException(
			"%d pixels are NaN or infinite, and what is near them can't be left out tile by tile; replace " +
				"them before.", extent.invalid());
		return extent;
	}

	private static Levels levels(final AtomDetection detection, final TileTask.Extent extent) {
		// Of neither may the image be constant.
		final Levels levels = Levels.minMax(extent.min(), extent.max());
		return detection.normalization() == Normalization.NONE ? new Levels(0, 1, 0) : levels;
	}

	private List<Blob> blobs(final TileTask task, final List<Part> parts,
		final AtomDetection detection, final Levels levels)
	{
		final LogParameters p = detection.parameters();
		final StoredImage image = task.image();
		PartMaxima.checkKernelFits(image.width(), image.height(), p.maxSigma());
		final TileTask.Search search = new TileTask.Search(detection, levels);
		final List<PartMaxima> found = spark.parallelize(parts, parts.size()).map(part -> task.maxima(part,
			search)).collect();
		return PartMaxima.joined(image.width(), image.height(), search.sigmas(), search.floor(), found)
			.blobs(p);
	}

	private void write(final CsvTable atoms, final String summary) {
		new ResultTables(session, output).write(atoms, "atoms");
		output.write("atoms.csv", atoms.toText().getBytes(StandardCharsets.UTF_8));
		output.write("summary.txt", summary.getBytes(StandardCharsets.UTF_8));
		out.print(summary);
	}
}
