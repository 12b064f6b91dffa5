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

	/** Of a search of the first image, which the others begin with. */
	private static final String STUDY = "first-study-%s.json";

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

	/** Whether the first image's study is there. */
	boolean hasStudy(final ImageJob job) {
		return files.exists(study(job));
	}

	/** Keeps the first image's study. */
	void writeStudy(final ImageJob job, final byte[] bytes) {
		files.write(study(job), bytes);
	}

	/** Where the first image's study is. */
	String studyPath(final ImageJob job) {
		return files.path(study(job));
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

	private static String study(final ImageJob job) {
		return String.format(STUDY, job.run());
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
