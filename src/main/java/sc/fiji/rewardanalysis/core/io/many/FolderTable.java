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

package sc.fiji.rewardanalysis.core.io.many;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.workflow.many.Figures;
import sc.fiji.rewardanalysis.core.workflow.many.ImageOutcome;

/**
 * What became of many images as {@code results.csv}, a row an image: {@code image, status} ({@code done}
 * or {@code failed}), {@code reason, folder, seconds}, then every figure that any of them has.
 */
public final class FolderTable {

	/** Its name. */
	public static final String NAME = "results.csv";

	private FolderTable() {}

	/** Writes the table into a folder, whole or not at all. */
	public static void write(final Path folder, final List<ImageOutcome> outcomes) {
		of(outcomes).write(folder.resolve(NAME));
	}

	/** The table. */
	public static CsvTable of(final List<ImageOutcome> outcomes) {
		final List<String> figures = new Figures(outcomes).names();
		final List<String> header = new ArrayList<>(List.of("image", "status", "reason", "folder",
			"seconds"));
		figures.forEach(name -> header.add(text(header.contains(name) ? "figure_" + name : name)));
		final CsvTable table = new CsvTable(header);
		for (final ImageOutcome o : outcomes) {
			final List<Object> row = new ArrayList<>(List.of(text(o.image()), o.isDone() ? "done" : "failed",
				text(o.failure()), text(o.folder()), o.seconds()));
			figures.forEach(name -> row.add(field(o.figures().get(name))));
			table.add(row);
		}
		return table;
	}

	private static Object field(final Object value) {
		return value instanceof Number || value instanceof Boolean || value == null ? value : text(value
			.toString());
	}

	/** A text in one line. */
	static String text(final String text) {
		return text.replaceAll("\\R", " ");
	}
}
