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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.track.Drift;
import sc.fiji.rewardanalysis.core.track.FrameLinks;
import sc.fiji.rewardanalysis.core.track.TrackPoint;
import sc.fiji.rewardanalysis.core.track.Trajectory;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesAtom;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesFrame;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesResult;

/**
 * What a time series leaves in a folder as text: {@code atoms.csv}, {@code trajectories.csv},
 * {@code tracks.csv}, {@code frames.csv}, {@code study.json}, {@code summary.txt},
 * {@code methods.txt}, {@code citations.bib}. Frames, atoms and tracks are numbered from 1; track 0 is
 * none.
 *
 * @param run the series and how it was asked for
 * @param interval time from one frame to the next, s; NaN if unknown
 */
public record SeriesFiles(SeriesResult result, ImageRun run, double interval) {

	private static final List<String> REFINED = List.of("x_error_px", "y_error_px", "x_error_nm",
		"y_error_nm", "refined");

	private static final String DARK = "dark";

	private static final Set<String> COUNTS = Set.of("num_sigma", "fewest", "most", "found");

	public SeriesFiles {
		Checks.given("result", result);
		Checks.given("run", run);
	}

	private double pixelSize() {
		return result.settings().finding().pixelSize();
	}

	/** s; NaN if unknown. */
	private double time(final int frame) {
		return frame * interval;
	}

	/** One row an atom. */
	public CsvTable atoms() {
		final boolean isRefined = result.settings().refine() != Refinement.NONE;
		final List<String> header = new ArrayList<>(List.of("frame", "id", "x_px", "y_px", "x_nm", "y_nm",
			"sigma_px", "response", "neighbour_sum_nm", "is_error", "is_counted"));
		if (isRefined) header.addAll(REFINED);
		header.add("track");
		final CsvTable table = new CsvTable(header);
		final int[][] numbers = result.trajectories().trackNumbers();
		final double nm = pixelSize();
		for (final SeriesFrame frame : result.frames())
			for (int i = 0; i < frame.atoms().size(); i++) {
				final SeriesAtom a = frame.atoms().get(i);
				final double x = run.x() + a.x(), y = run.y() + a.y();
				final List<Object> row = new ArrayList<>(List.of(frame.index() + 1, i + 1, x, y, x * nm, y *
					nm, a.blob().sigma(), a.blob().response(), a.neighbourSum(), a.isError(), a.isCounted()));
				if (isRefined) row.addAll(List.of(a.errorX(), a.errorY(), a.errorX() * nm, a.errorY() * nm, a
					.status().word()));
				row.add(numbers[frame.index()][i]);
				table.add(row);
			}
		return table;
	}

	/** One row a track and frame. */
	public CsvTable trajectories() {
		final CsvTable table = new CsvTable(List.of("track", "frame", "time_s", "x_px", "y_px", "x_nm",
			"y_nm", "fixed_x_nm", "fixed_y_nm", "displacement_nm", "step_nm"));
		final double nm = pixelSize();
		for (final Trajectory track : result.trajectories().tracks()) {
			final double[] displacements = track.displacements(), steps = track.steps();
			for (int i = 0; i < steps.length; i++) {
				final TrackPoint p = track.points().get(i);
				final double x = run.x() + p.x(), y = run.y() + p.y();
				table.add(Arrays.asList(track.id(), p.frame() + 1, time(p.frame()), x, y, x * nm, y * nm, (run
					.x() + p.fixedX()) * nm, (run.y() + p.fixedY()) * nm, displacements[i] * nm, steps[i] * nm));
			}
		}
		return table;
	}

	/** One row a column. */
	public CsvTable tracks() {
		final CsvTable table = new CsvTable(List.of("track", "first", "last", "frames", "missing",
			"mean_x_px", "mean_y_px", "mean_x_nm", "mean_y_nm", "rms_displacement_nm",
			"largest_displacement_nm", "largest_step_nm"));
		final double nm = pixelSize();
		for (final Trajectory t : result.trajectories().tracks()) {
			final double x = run.x() + t.meanX(), y = run.y() + t.meanY();
			table.add(Arrays.asList(t.id(), t.first() + 1, t.last() + 1, t.points().size(), t.missing(), x, y,
				x * nm, y * nm, t.rms() * nm, Arrays.stream(t.displacements()).max().orElseThrow() * nm, Arrays
					.stream(t.steps()).skip(1).max().orElse(Double.NaN) * nm));
		}
		return table;
	}

	/** One row a frame. */
	public CsvTable frames() {
		final Set<String> figures = new LinkedHashSet<>();
		result.frames().forEach(f -> figures.addAll(f.figures().keySet()));
		final List<String> header = new ArrayList<>(List.of("frame", "time_s", "search", "seconds"));
		figures.forEach(name -> header.add(name.equals(DARK) ? "contrast" : name));
		header.addAll(List.of("atoms", "drift_x_nm", "drift_y_nm", "total_drift_x_nm",
			"total_drift_y_nm", "drift_margin_nats", "drift_ambiguous", "agreement", "linked", "new", "lost",
			"left", "residual_nm", "sha256", "note"));
		final CsvTable table = new CsvTable(header);
		for (final SeriesFrame f : result.frames()) {
			final List<Object> row = new ArrayList<>(Arrays.asList(f.index() + 1, time(f.index()), f.search(),
				f.seconds()));
			figures.forEach(name -> row.add(figure(f, name)));
			row.addAll(links(f));
			table.add(row);
		}
		return table;
	}

	private static Object figure(final SeriesFrame f, final String name) {
		final Double value = f.figures().get(name);
		if (value == null) return null;
		if (name.equals(DARK)) return value == 1 ? DARK : "bright";
		return COUNTS.contains(name) ? (Object) Math.round(value) : (Object) value;
	}

	private List<Object> links(final SeriesFrame f) {
		final FrameLinks l = result.trajectories().frames().get(f.index());
		final double nm = pixelSize();
		final Drift drift = f.isDone() ? f.drift().drift() : null;
		final boolean isLinked = l.isLinked();
		return Arrays.asList(f.isDone() ? f.atoms().size() : null, l.dx() * nm, l.dy() * nm, isLinked ? l
			.totalX() * nm : null, isLinked ? l.totalY() * nm : null, drift == null ? null : drift.margin(),
			drift == null ? null : drift.isAmbiguous(), drift == null ? null : drift.agreement(), isLinked ? l
				.linked() : null, isLinked ? l.fresh() : null, isLinked ? l.lost() : null, isLinked ? l.left()
					: null, l.residual() * nm, f.hash(), note(f));
	}

	/** Why a frame has no atoms, or what is to be known of its drift. */
	static String note(final SeriesFrame f) {
		if (!f.isDone()) return f.failure();
		if (!f.isLinked()) return "It doesn't show the crystal of the frames before, so it is passed over.";
		return f.drift().drift().isAmbiguous()
			? "Its drift is known up to a translation of the lattice only; the one nearest to the expected drift is taken."
			: "";
	}

	/** Some lines for a person, and the macro line that repeats the run. */
	public String summary() {
		return SeriesText.summary(this);
	}

	/** Writes tables and texts, each whole or not at all. */
	public void write(final Path folder) {
		atoms().write(folder.resolve("atoms.csv"));
		trajectories().write(folder.resolve("trajectories.csv"));
		tracks().write(folder.resolve("tracks.csv"));
		frames().write(folder.resolve("frames.csv"));
		AtomicFile.write(folder.resolve("study.json"), SeriesJson.study(result, run));
		AtomicFile.write(folder.resolve("summary.txt"), summary());
		AtomicFile.write(folder.resolve(MethodsText.NAME), SeriesText.methods(this));
		AtomicFile.write(folder.resolve(Citations.NAME), Citations.bibTeX());
	}
}
