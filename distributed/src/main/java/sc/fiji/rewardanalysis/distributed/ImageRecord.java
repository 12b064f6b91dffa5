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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * What became of an image: a line of the journal. Numbers are texts with as many digits as it takes
 * to read the same number back. Immutable.
 *
 * @param run what was done, by {@link ImageJob#run}
 * @param file the image
 * @param folder of its files below the output's {@code files}
 * @param reason why there is no result, a sentence; empty if there is one
 * @param notes what is no error but should be known
 * @param host where it was analysed
 * @param executor which of the application's
 * @param seconds what it took
 * @param ended milliseconds since 1970
 * @param figures of the result by name
 * @param header of the table of atoms; empty for none
 * @param atoms its rows
 */
record ImageRecord(String run, ListedImage file, String folder, String reason, String notes,
	String host, String executor, double seconds, long ended, Map<String, String> figures,
	List<String> header, List<List<String>> atoms) implements Serializable
{

	private static final Gson GSON = new Gson();

	/** Whether there is a result. */
	boolean isDone() {
		return reason.isEmpty();
	}

	/** As a line without its end. */
	String toLine() {
		return GSON.toJson(this);
	}

	/**
	 * Reads a line.
	 *
	 * @throws RewardAnalysisException if it is none of a journal
	 */
	static ImageRecord of(final String line) {
		try {
			return GSON.fromJson(line, ImageRecord.class);
		}
		catch (final JsonSyntaxException exc) {
			throw new RewardAnalysisException(exc,
				"A line of the journal is not of this version; choose another --output, or --overwrite.");
		}
	}

	/** The columns of its figures, by name. */
	Map<String, Column> figureColumns() {
		final Map<String, Column> columns = new TreeMap<>();
		int place = 0;
		for (final Map.Entry<String, String> figure : figures.entrySet())
			columns.put(figure.getKey(), Column.of(figure.getKey(), place++, List.of(figure.getValue())));
		return columns;
	}

	/** The columns of its atoms, by name. */
	Map<String, Column> atomColumns() {
		final Map<String, Column> columns = new TreeMap<>();
		IntStream.range(0, header.size()).forEach(i -> columns.put(header.get(i), Column.of(header.get(i),
			i, atoms.stream().map(row -> row.get(i)).toList())));
		return columns;
	}

	/** The fields of an atom's columns; null where there are none. */
	Stream<Object[]> values(final List<Column> columns) {
		final int[] places = columns.stream().mapToInt(c -> header.indexOf(c.name())).toArray();
		return atoms.stream().map(row -> IntStream.range(0, places.length).mapToObj(i -> places[i] < 0
			? null : columns.get(i).kind().value(row.get(places[i]))).toArray());
	}
}
