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

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * Any of the suite's analyses on many images, spread over a cluster: a program for
 * {@code spark-submit} (docs/scaling.md). Ends with status 0, with 1 after a sentence if it failed
 * or images have no result, with 2 if its arguments are wrong.
 */
public final class AnalyseImages {

	private static final Set<String> NAMES = Set.of("input", "output", "analysis", "options",
		"pattern", "images-per-task", "start"), FLAGS = Set.of("recursive", "files", "resume",
			"overwrite", "accept-failures");

	/** Groups a core gets, so that none waits long for the others, and the most images of one. */
	private static final int GROUPS_A_CORE = 50, LARGEST_GROUP = 16;

	/** Failures that are told; all are in the table. */
	private static final int TOLD = 10;

	private final JavaSparkContext spark;
	private final PrintStream out;
	private final Arguments arguments;
	private final ImageJob job;
	private final HadoopFiles output;
	private final Journal journal;

	private AnalyseImages(final SparkSession session, final Arguments arguments,
		final ImageJob job, final PrintStream out)
	{
		spark = JavaSparkContext.fromSparkContext(session.sparkContext());
		this.out = out;
		this.arguments = arguments;
		this.job = job;
		output = new HadoopFiles(job.output(), spark.hadoopConfiguration());
		journal = new Journal(job.output(), spark.hadoopConfiguration());
	}

	/** @param args as docs/scaling.md lists them */
	public static void main(final String... args) {
		System.exit(run(System.out, args));
	}

	/** Does all and says how it went; the exit status. */
	static int run(final PrintStream out, final String... args) {
		final Arguments arguments;
		final ImageJob job;
		try {
			arguments = new Arguments(NAMES, FLAGS, args);
			job = job(arguments);
		}
		catch (final RewardAnalysisException exc) {
			out.println("Error: " + exc.getMessage());
			return 2;
		}
		final SparkSession session = SparkSession.builder().appName("Reward Analysis: " + job.analysis())
			.config("spark.sql.caseSensitive", true).getOrCreate();
		try {
			return new AnalyseImages(session, arguments, job, out).run(session);
		}
		catch (final RewardAnalysisException exc) {
			out.println("Error: " + exc.getMessage());
			return 1;
		}
		finally {
			session.stop();
		}
	}

	/** What is asked for; wrong options are refused before anything starts. */
	private static ImageJob job(final Arguments arguments) {
		arguments.required("input");
		final String start = arguments.text("start", "own");
		if (!Set.of("own", "first").contains(start)) throw new RewardAnalysisException(
			"--start is \"%s\"; choose own or first.", start);
		final ImageJob job = new ImageJob(arguments.required("analysis"), arguments.text("options", ""),
			start.equals("first"), arguments.required("output"), arguments.has("files"));
		arguments.number("images-per-task", 1, 1);
		final UnseenAnalysis analysis = new UnseenAnalysis(ExecutorContext.get(), job.analysis(), job
			.options());
		if (job.fromFirst() && !analysis.has("warm_start")) throw new RewardAnalysisException(
			"%s can't begin with another image's result; leave --start out.", job.analysis());
		return job;
	}

	private int run(final SparkSession session) {
		final long start = System.nanoTime();
		final List<ListedImage> images = new ImageListing(arguments.all("input"), arguments.text("pattern",
			ImageListing.PATTERN), arguments.has("recursive")).list(spark.hadoopConfiguration());
		prepareOutput();
		final Broadcast<SerializableConfiguration> hadoop = spark.broadcast(new SerializableConfiguration(
			spark.hadoopConfiguration()));
		final Finished before = Finished.of(spark, journal, job, images);
		out.printf(Locale.ROOT, "%d images, of which %d have a result already.%n", images.size(), images
			.size() - before.without(images).size());
		final boolean alone = job.fromFirst() && journal.study(job).isEmpty();
		if (alone) analyseFirst(images, task(images, hadoop, ""));
		final List<ListedImage> open = (alone ? Finished.of(spark, journal, job, images) : before).without(
			images);
		final ImageTask task = task(images, hadoop, job.fromFirst() ? journal.study(job) : "");
		final List<List<ListedImage>> groups = groups(open);
		final long analysis = System.nanoTime();
		if (!groups.isEmpty()) spark.parallelize(groups, groups.size()).map(task::run).collect();
		final long tables = System.nanoTime();
		final Finished finished = Finished.of(spark, journal, job, images);
		new ResultTables(session, output).write(finished.of(journal.read(spark), job));
		out.printf(Locale.ROOT, "Seconds: %.1f until the first image, %.1f for %d images, %.1f for tables.%n",
			(analysis - start) * 1e-9, (tables - analysis) * 1e-9, open.size(), (System.nanoTime() -
				tables) * 1e-9);
		return tell(images, finished);
	}

	private ImageTask task(final List<ListedImage> images,
		final Broadcast<SerializableConfiguration> hadoop, final String study)
	{
		return new ImageTask(job, hadoop, spark.sc().applicationId(), study, base(images));
	}

	/** What the others begin with. */
	private void analyseFirst(final List<ListedImage> images, final ImageTask task) {
		final List<ListedImage> first = new ArrayList<>(images.subList(0, 1));
		spark.parallelize(List.of(first), 1).map(task::runFirst).collect();
		if (journal.study(job).isEmpty()) throw new RewardAnalysisException(
			"The first image, %s, has no result that the others could begin with: %s", first.get(0).path(),
			Finished.of(spark, journal, job, images).failures().values());
	}

	private void prepareOutput() {
		if (arguments.has("overwrite")) output.delete();
		else if (!arguments.has("resume") && !output.isEmpty()) throw new RewardAnalysisException(
			"There is something in %s already; give --resume to go on with it, --overwrite to delete it, " +
				"or another --output.", job.output());
	}

	private List<List<ListedImage>> groups(final List<ListedImage> images) {
		final int size = arguments.number("images-per-task", Math.max(1, Math.min(LARGEST_GROUP, images
			.size() / (GROUPS_A_CORE * spark.defaultParallelism()))), 1);
		final List<List<ListedImage>> groups = new ArrayList<>();
		for (int i = 0; i < images.size(); i += size)
			groups.add(new ArrayList<>(images.subList(i, Math.min(images.size(), i + size))));
		return groups;
	}

	/** The folder that all images are below, with a slash. */
	static String base(final List<ListedImage> images) {
		// Of sorted paths the first and the last one differ the most.
		final String first = images.get(0).path(), last = images.get(images.size() - 1).path();
		int end = 0;
		while (end < Math.min(first.length(), last.length()) && first.charAt(end) == last.charAt(end))
			end++;
		return first.substring(0, first.lastIndexOf('/', Math.max(0, end - 1)) + 1);
	}

	private int tell(final List<ListedImage> images, final Finished finished) {
		final Map<String, String> failures = finished.failures();
		failures.entrySet().stream().limit(TOLD).forEach(f -> out.println("Failed: " + f.getKey() + ": " +
			f.getValue()));
		if (failures.size() > TOLD) out.println("Failed: " + (failures.size() - TOLD) + " more.");
		out.printf(Locale.ROOT, "%d of %d images have a result; tables are in %s.%n", finished.lines()
			.size() - failures.size(), images.size(), job.output());
		return failures.isEmpty() || arguments.has("accept-failures") ? 0 : 1;
	}
}
