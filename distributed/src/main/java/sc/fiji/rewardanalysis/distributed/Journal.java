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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What is finished, group by group of images: a file each, which appears whole or not at all. What
 * is in it is never done again, whatever machine is lost.
 */
final class Journal {

	/** Folder below the output. */
	static final String FOLDER = "journal";

	/** What of a search others can begin with, the best first. */
	static final List<String> STUDIES = List.of("journal.jsonl", "study.json");

	private final HadoopFiles files;

	Journal(final String output, final Configuration configuration) {
		files = new HadoopFiles(output + "/" + FOLDER, configuration);
	}

	/** Whether a group is finished. */
	boolean has(final String group) {
		return files.exists(name(group));
	}

	/** Writes a group that is finished, unless another attempt was faster. */
	void write(final String group, final List<ImageRecord> records) {
		files.write(name(group), packed(records));
	}

	/** Whether there is anything finished. */
	boolean isEmpty() {
		return files.isEmpty();
	}

	/** Which study of the first image is there, one of {@link #STUDIES}; empty for none. */
	String study(final ImageJob job) {
		return STUDIES.stream().filter(name -> files.exists(first(job, name))).findFirst().orElse("");
	}

	/** Keeps a study of the first image. */
	void writeStudy(final ImageJob job, final String name, final byte[] bytes) {
		files.write(first(job, name), bytes);
	}

	/** Where a study of the first image is. */
	String studyPath(final ImageJob job, final String name) {
		return files.path(first(job, name));
	}

	/** All that is finished, in no order. */
	JavaRDD<ImageRecord> read(final JavaSparkContext spark) {
		final int parts = 2 * spark.defaultParallelism();
		final JavaRDD<String> lines = spark.textFile(files.path("*.jsonl.gz"));
		return (lines.getNumPartitions() > parts ? lines.coalesce(parts) : lines).map(ImageRecord::of);
	}

	private static String name(final String group) {
		return group + ".jsonl.gz";
	}

	private static String first(final ImageJob job, final String name) {
		return "first-" + job.run() + "-" + name;
	}

	private static byte[] packed(final List<ImageRecord> records) {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Writer out = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
			for (final ImageRecord record : records)
				out.append(record.toLine()).append('\n');
		}
		catch (final IOException exc) {
			throw new UncheckedIOException("Memory can be written to.", exc);
		}
		return bytes.toByteArray();
	}
}
