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

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Which line of the journal counts of each image: one of this run and of the file as it is now;
 * of several a result before a failure, then the last one. Immutable.
 *
 * @param lines by path, in its order
 */
record Finished(TreeMap<String, Finished.Line> lines) implements Serializable {

	/** What decides. */
	record Line(ListedImage file, String reason, long ended, String executor) implements
		Serializable
	{

		private static final Comparator<Line> BETTER = Comparator.comparing((Line l) -> l.reason
			.isEmpty()).thenComparingLong(Line::ended).thenComparing(Line::executor);

		static Line of(final ImageRecord record) {
			return new Line(record.file(), record.reason(), record.ended(), record.executor());
		}
	}

	/**
	 * Reads the journal.
	 *
	 * @param images as they are now
	 */
	static Finished of(final JavaSparkContext spark, final Journal journal, final ImageJob job,
		final List<ListedImage> images)
	{
		final TreeMap<String, Line> lines = new TreeMap<>();
		if (journal.isEmpty()) return new Finished(lines);
		final Map<String, ListedImage> now = new HashMap<>();
		images.forEach(image -> now.put(image.path(), image));
		final String run = job.run();
		for (final Line line : journal.read(spark).filter(r -> r.run().equals(run)).map(Line::of)
			.collect())
			if (line.file.equals(now.get(line.file.path()))) lines.merge(line.file.path(), line, (a,
				b) -> Line.BETTER.compare(a, b) >= 0 ? a : b);
		return new Finished(lines);
	}

	/** Those that have no result yet. */
	List<ListedImage> without(final List<ListedImage> images) {
		return images.stream().filter(i -> !lines.containsKey(i.path()) || !lines.get(i.path()).reason
			.isEmpty()).toList();
	}

	/** Why there is no result of some, by path. */
	Map<String, String> failures() {
		final Map<String, String> failures = new TreeMap<>();
		lines.forEach((path, line) -> {
			if (!line.reason.isEmpty()) failures.put(path, line.reason);
		});
		return failures;
	}

	/** The lines that count. */
	JavaRDD<ImageRecord> of(final JavaRDD<ImageRecord> journal, final ImageJob job) {
		final String run = job.run();
		final TreeMap<String, Line> counting = lines;
		return journal.filter(r -> r.run().equals(run) && Line.of(r).equals(counting.get(r.file()
			.path())));
	}
}
