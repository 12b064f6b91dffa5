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
import java.util.Map;
import java.util.TreeMap;

import sc.fiji.rewardanalysis.core.Robust;
import sc.fiji.rewardanalysis.core.Version;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.track.FrameLinks;
import sc.fiji.rewardanalysis.core.track.Trajectory;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesFrame;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesResult;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesSettings;

/** A time series in words. */
final class SeriesText {

	/** Picometres in a nanometre. */
	private static final double PM = 1000;

	private SeriesText() {}

	private static String text(final String format, final Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	static String summary(final SeriesFiles files) {
		final SeriesResult result = files.result();
		final SeriesSettings settings = result.settings();
		final ImageRun run = files.run();
		final double nm = settings.finding().pixelSize();
		final List<String> lines = new ArrayList<>();
		lines.add(text("Series:     \"%s\", %s of %d x %d px, %s nm per pixel%s.", run.imageName(), Words
			.count(result.size(), "frame"), run.width(), run.height(), MethodsText.number(nm), Double.isNaN(
				files.interval()) ? "" : "; " + MethodsText.number(files.interval()) + " s a frame"));
		lines.add("Frames:     " + result.extent() + " Searches: " + searches(result) + ".");
		lines.add(text("Atoms:      %s a frame (median), of %s.", MethodsText.number(Robust.median(result
			.frames().stream().filter(SeriesFrame::isDone).mapToDouble(f -> f.atoms().size()).toArray())),
			settings.finding().lattice().name()));
		lines.add("Errors:     " + errors(result));
		lines.add("Tracks:     " + tracks(result, nm));
		lines.add("Drift:      " + drift(files, nm));
		lines.add("Linking:    " + linking(result, nm));
		for (final SeriesFrame f : result.frames())
			if (!SeriesFiles.note(f).isEmpty() && !(f.isLinked() && f.drift().drift().isAmbiguous())) lines
				.add(text("Note:       frame %d: %s", f.index() + 1, SeriesFiles.note(f)));
		lines.add(text("Time:       %.2f s. Seed %d, Reward Analysis %s.", run.seconds(), settings.seed(),
			Version.current()));
		lines.add("Macro:      " + run.macro());
		return String.join("\n", lines) + "\n";
	}

	private static String searches(final SeriesResult result) {
		final Map<String, Integer> counts = new TreeMap<>();
		result.frames().stream().filter(SeriesFrame::isDone).forEach(f -> counts.merge(f.search(), 1,
			Integer::sum));
		return counts.isEmpty() ? "none" : String.join(", ", counts.entrySet().stream().map(e -> e
			.getValue() + " " + e.getKey()).toList());
	}

	private static String errors(final SeriesResult result) {
		final List<String> means = new ArrayList<>();
		for (final String goal : List.of("QC", "ER")) {
			final double[] values = result.frames().stream().filter(SeriesFrame::isDone).mapToDouble(f -> f
				.figures().getOrDefault(goal, Double.NaN)).toArray();
			final double worst = Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(
				Double.NaN);
			means.add(text("%s %.4f (median), %.4f at worst", goal, Robust.median(values), worst));
		}
		return String.join("; ", means) + ".";
	}

	private static String tracks(final SeriesResult result, final double nm) {
		final List<Trajectory> tracks = result.trajectories().tracks();
		final int frames = (int) result.trajectories().frames().stream().filter(FrameLinks::isLinked)
			.count();
		final List<Trajectory> whole = tracks.stream().filter(t -> t.points().size() == frames).toList();
		if (frames < 2) return Words.count(tracks.size(), "column") + "; fewer than two frames are linked.";
		return text("%s, %d of them in all linked frames; rms displacement of these %.1f pm (median).", Words
			.count(tracks.size(), "column"), whole.size(), PM * nm * Robust.median(whole.stream().mapToDouble(
				Trajectory::rms).toArray()));
	}

	private static String drift(final SeriesFiles files, final double nm) {
		final List<FrameLinks> linked = files.result().trajectories().frames().stream().filter(
			FrameLinks::isLinked).toList();
		if (linked.size() < 2) return "none: fewer than two frames are linked.";
		final FrameLinks last = linked.get(linked.size() - 1);
		final double largest = nm * linked.stream().mapToDouble(f -> Math.hypot(f.dx(), f.dy())).filter(
			v -> !Double.isNaN(v)).max().orElse(0);
		final int ambiguous = files.result().ambiguous();
		return text("%.3f nm to the right and %.3f nm down in all; %.3f nm a frame at most; %s.", nm * last
			.totalX(), nm * last.totalY(), largest, ambiguous == 0 ? "each clearly told from the next lattice translation"
				: Words.count(ambiguous, "drift") +
					" ambiguous: known up to a translation of the lattice only (see frames.csv)");
	}

	private static String linking(final SeriesResult result, final double nm) {
		final int linked = result.trajectories().frames().stream().mapToInt(FrameLinks::linked).sum();
		final int lost = result.trajectories().frames().stream().mapToInt(FrameLinks::lost).sum();
		return text("within %.4f nm of where the drift takes a column, gaps of up to %s; %s, %d lost.", nm *
			result.settings().track().tolerance(), Words.count(result.settings().track().maxGap(), "frame"),
			Words.count(linked, "link"), lost);
	}

	/** A paragraph for the methods section of a paper. */
	static String methods(final SeriesFiles files) {
		final SeriesResult result = files.result();
		final SeriesSettings settings = result.settings();
		final double nm = settings.finding().pixelSize();
		final double limit = settings.finding().dsFraction() * settings.finding().lattice()
			.smallestNeighbourSum(4);
		return MethodsText.paragraph(List.of(MethodsText.method(), text(
			"%d frames of a series (%s, %d x %d px each) were analysed one by one with a pixel size of %s nm.",
			result.done(), files.run().imageName(), files.run().width(), files.run().height(), MethodsText
				.number(nm)), MethodsText.crystal(settings.finding().lattice()), MethodsText.errors(settings
					.finding(), limit),
			"The parameters of the first frame were searched as if it were alone; those of each later frame from what was found in the last good frame, with all thresholds and overlaps at its scales, and anew if the errors grew by more than one atom (" +
				searches(result) + ").", settings.refine() == Refinement.NONE
					? "Positions are those of the detected maxima." : settings.refine() == Refinement.QUADRATIC
						? "Positions were refined by quadratic interpolation."
						: "Positions were refined by fits of Gaussians.", text(
							"The drift between frames was found from the displacements that most pairs of columns have in common, the translation of the lattice decided by what of the images isn't periodic; columns were then linked one to one, as many as possible and with the least sum of squared distances, within %s nm, neighbouring frames first, then across gaps of up to %s. The common displacement of linked columns was taken as the drift and removed.",
							MethodsText.number(nm * settings.track().tolerance()), Words.count(settings.track().maxGap(),
								"frame")), text("%s were followed%s.", Words.count(result.trajectories().tracks().size(),
									"column"), result.ambiguous() == 0 ? "" : text(
										"; in %s the drift is known up to a translation of the lattice only", Words.count(result
											.ambiguous(), "frame")))));
	}
}
