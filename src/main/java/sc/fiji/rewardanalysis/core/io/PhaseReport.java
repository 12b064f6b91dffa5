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

package sc.fiji.rewardanalysis.core.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.latent.LatentMaps;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.workflow.latent.PhaseResult;

/**
 * Phases of an image as tables and lines.
 *
 * @param x left edge of the analysed box in the image, px
 * @param y its upper edge, px
 */
public record PhaseReport(PhaseResult result, int x, int y) {

	/** One row a phase: patches, area, length of its boundaries, mean latents. */
	public CsvTable phases() {
		final LatentMaps maps = result.maps();
		final String unit = result.scene().unitName();
		final double side = result.scene().unit();
		final List<String> header = new ArrayList<>(List.of("phase", "patches", "area_" + unit + "2",
			"share", "boundary_" + unit));
		latents(maps, header);
		final CsvTable table = new CsvTable(header);
		final int[] counts = result.segmentation().counts(), labels = result.segmentation().labels();
		final double[] areas = result.phases().areas();
		final double all = Arrays.stream(areas).sum();
		for (int c = 0; c < counts.length; c++) {
			final List<Object> row = new ArrayList<>(List.of(c + 1, counts[c], areas[c] * side * side, areas[c] /
				all, result.phases().boundaries()[c] * side));
			for (int k = 0; k < maps.count(); k++) {
				final float[] values = maps.values(k);
				double sum = 0;
				for (int i = 0; i < labels.length; i++)
					if (labels[i] == c) sum += values[i];
				row.add(sum / counts[c]);
			}
			table.add(row);
		}
		return table;
	}

	/** One row a patch: its centre in the image, its phase, its latents. */
	public CsvTable patches() {
		final LatentMaps maps = result.maps();
		final PatchSet patches = maps.patches();
		final List<String> header = new ArrayList<>(List.of("x_px", "y_px", "phase"));
		if (!patches.isRaster()) header.add("atom");
		latents(maps, header);
		final CsvTable table = new CsvTable(header);
		final List<float[]> values = new ArrayList<>();
		for (int k = 0; k < maps.count(); k++)
			values.add(maps.values(k));
		for (int i = 0; i < patches.count(); i++) {
			final List<Object> row = new ArrayList<>(List.of(x + patches.x()[i], y + patches.y()[i], result
				.segmentation().labels()[i] + 1));
			if (!patches.isRaster()) row.add(patches.cells()[i] + 1);
			for (final float[] latent : values)
				row.add((double) latent[i]);
			table.add(row);
		}
		return table;
	}

	private static void latents(final LatentMaps maps, final List<String> header) {
		for (int k = 0; k < maps.count(); k++)
			header.add(maps.name(k) + (maps.unit(k).equals("1") ? "" : "_" + maps.unit(k)));
	}

	/** One row a latent: what it tells. */
	public CsvTable latents() {
		final LatentMaps maps = result.maps();
		final CsvTable table = new CsvTable(List.of("latent", "unit", "range", "kl_nats", "collapsed",
			"used"));
		for (int k = 0; k < maps.count(); k++)
			table.add(List.of(maps.name(k), maps.unit(k), maps.range(k), maps.divergence(k), maps.isCollapsed(
				k), result.segmentation().used().contains(maps.name(k))));
		return table;
	}

	/** One row an epoch. */
	public CsvTable training() {
		return TrainingFile.table(result.model().history());
	}

	/** What was found, a line each. */
	public List<String> lines() {
		final LatentMaps maps = result.maps();
		final List<String> lines = new ArrayList<>();
		lines.add("Phases:     " + result.verdict());
		final String unit = result.scene().unitName();
		final double side = result.scene().unit();
		final double[] areas = result.phases().areas();
		final double all = Arrays.stream(areas).sum();
		for (int c = 0; c < areas.length && result.isFeasible(); c++)
			lines.add(String.format(Locale.ROOT, "Phase %d:    %.1f %% (%.1f %s²), boundaries %.1f %s.", c +
				1, 100 * areas[c] / all, areas[c] * side * side, unit, result.phases().boundaries()[c] * side,
				unit));
		for (int k = 0; k < maps.count(); k++)
			lines.add(String.format(Locale.ROOT, "%-12srange %.3g, divergence %.3g nats per patch%s.", maps
				.name(k) + ":", maps.range(k), maps.divergence(k), !maps.isContent(k) ? " (not content)" : maps
					.isCollapsed(k) ? " (collapsed, ignored)" : ""));
		result.notes().forEach(note -> lines.add("Note:       " + note));
		return lines;
	}
}
