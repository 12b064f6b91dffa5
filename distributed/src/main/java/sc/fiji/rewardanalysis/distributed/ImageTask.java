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
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ij.ImagePlus;
import net.imglib2.parallel.Parallelization;

import sc.fiji.rewardanalysis.command.run.UnseenAnalysis;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.io.many.RunFigures;

/**
 * Analyses groups of images where it is sent to, each on the one thread that it is given.
 *
 * @param job what is done
 * @param configuration of Hadoop
 * @param application its name in Spark
 * @param study of the first image, which the others begin with, one of {@link Journal#STUDIES}; empty
 *          for none
 * @param base what all paths begin with; their files are below the output what they are below it
 */
record ImageTask(ImageJob job, Broadcast<SerializableConfiguration> configuration, String application,
	String study, String base)
	implements Serializable
{

	private static final Logger LOG = LoggerFactory.getLogger(ImageTask.class);
	private static final String ATOMS = "atoms.csv";

	/**
	 * Analyses a group of images, unless an earlier attempt did, and writes it down.
	 *
	 * @return how many there are now
	 */
	int run(final List<ListedImage> images) {
		return run(images, false);
	}

	/** The same for the first image, whose study is kept for the others. */
	int runFirst(final List<ListedImage> images) {
		return run(images, true);
	}

	private int run(final List<ListedImage> images, final boolean first) {
		final Configuration hadoop = configuration.value().value();
		final Journal journal = new Journal(job.output(), hadoop);
		final String group = job.group(application, images);
		if (journal.has(group)) return images.size();
		final UnseenAnalysis analysis = new UnseenAnalysis(ExecutorContext.get(), job.analysis(), job
			.options());
		final List<ImageRecord> records = new ArrayList<>();
		for (final ListedImage image : images)
			records.add(inFolder(folder -> analyse(image, analysis, folder, first ? journal : null)));
		journal.write(group, records);
		return images.size();
	}

	/** Work in a folder of its own. */
	@FunctionalInterface
	private interface Work {

		ImageRecord in(Path folder) throws IOException;
	}

	/** In a folder that is deleted afterwards. */
	private static ImageRecord inFolder(final Work work) {
		try {
			final Path folder = Files.createTempDirectory("reward-analysis");
			try {
				return work.in(folder);
			}
			finally {
				AtomicFile.deleteAll(folder);
			}
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc,
				"Java's temporary folder can't be written (%s); give executors a disk.", AtomicFile.reason(
					exc));
		}
	}

	private ImageRecord analyse(final ListedImage file, final UnseenAnalysis analysis,
		final Path folder, final Journal first) throws IOException
	{
		final long start = System.nanoTime();
		final List<String> notes = new ArrayList<>();
		final Path into = Files.createDirectory(folder.resolve("results"));
		String reason = "";
		try {
			final ImagePlus image = ImageReader.read(file, configuration.value().value(), folder);
			final Map<String, String> more = study.isEmpty() ? Map.of() : Map.of(
				"warm_start", copyOfStudy(folder).toString());
			Parallelization.runSingleThreaded(() -> analysis.run(image, into, more, notes::add,
				new TaskProgress()));
			if (first != null) keepStudy(into, first);
			if (job.files()) new HadoopFiles(job.output() + "/files", configuration.value().value()).copy(
				into, folder(file));
		}
		catch (final RewardAnalysisException exc) {
			LOG.debug(file.path(), exc);
			reason = exc.getMessage();
		}
		catch (final CancellationException exc) {
			// Spark wants the task to end, so it isn't done.
			throw exc;
		}
		catch (final OutOfMemoryError exc) {
			LOG.debug(file.path(), exc);
			reason = "There is not enough memory; raise spark.executor.memory or spark.task.cpus.";
		}
		catch (final RuntimeException exc) {
			LOG.error(file.path(), exc);
			reason = "That failed unexpectedly: " + exc + "; please report it with the executor's log.";
		}
		final CsvTable atoms = reason.isEmpty() && Files.exists(into.resolve(ATOMS)) ? CsvTable.read(into
			.resolve(ATOMS)) : new CsvTable(List.of());
		return new ImageRecord(job.run(), file, folder(file), reason, String.join(" ", notes), SparkEnv
			.get().blockManager().blockManagerId().host(), SparkEnv.get().executorId(), (System
				.nanoTime() - start) * 1e-9, System.currentTimeMillis(), reason.isEmpty() ? figures(into)
					: Map.of(), atoms.header(), rows(atoms));
	}

	/** Numbers and texts by name, with as many digits as it takes. */
	static Map<String, String> figures(final Path folder) {
		final Map<String, String> figures = new LinkedHashMap<>();
		RunFigures.of(folder).forEach((name, value) -> figures.put(name, value.toString()));
		return figures;
	}

	private static List<List<String>> rows(final CsvTable table) {
		return IntStream.range(0, table.size()).mapToObj(i -> table.header().stream().map(column -> table
			.get(i, column)).toList()).toList();
	}

	private void keepStudy(final Path folder, final Journal journal) throws IOException {
		for (final String name : Journal.STUDIES)
			if (Files.exists(folder.resolve(name))) journal.writeStudy(job, name, Files.readAllBytes(folder
				.resolve(name)));
	}

	private Path copyOfStudy(final Path folder) {
		final Configuration hadoop = configuration.value().value();
		final Path copy = folder.resolve(study);
		ImageReader.copy(new Journal(job.output(), hadoop).studyPath(job, study), copy, hadoop);
		return copy;
	}

	/** What the image's path is below what all begin with. */
	private String folder(final ListedImage file) {
		return file.path().substring(base.length());
	}
}
