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

package sc.fiji.rewardanalysis.ui.pareto;

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.io.file.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Observation;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.ui.pareto.Items.Column;

/**
 * A task that finds boxes: three objectives, a choice, one that depends on it, and evaluations
 * that aren't feasible. It is all that a task must have.
 */
final class FakeRegions implements Solutions<FakeRegions.Boxes> {

	private final ImagePlus image;
	private final Study study = new Study(new SearchSpace(List.of(Parameter.of("window", "nm", 0.3, 2,
		true), new Parameter.Whole("components", "", 2, 6), new Parameter.Choice("model", List.of("mixture",
			"k-means")), new Parameter.Choice("covariance", List.of("full", "tied", "diagonal", "spherical")),
		Parameter.of("posterior", "", 0.5, 1, false))).when("covariance", "model", "mixture"), List.of(
			new Objective("1 − compactness", "1", Link.identity(), 1), new Objective("perimeter", "1/px", Link
				.identity(), 0.5), new Objective("fragments", "", Link.identity(), 6)), new SobolEngine(), 3);
	volatile Boxes saved, accepted;

	/** Boxes that were found. */
	record Boxes(Evaluation evaluation, List<Rectangle> boxes) implements Found {

		@Override
		public String headline() {
			return "No region is expected in a perfect crystal.";
		}

		@Override
		public String summary() {
			return boxes.size() + " regions.\nMacro: run(\"Find Amorphous Regions...\");";
		}

		@Override
		public String macro() {
			return "run(\"Find Amorphous Regions...\");";
		}

		@Override
		public List<Layer> layers() {
			return List.of(new BoxLayer(boxes));
		}
	}

	private record BoxLayer(List<Rectangle> boxes) implements Layer {

		@Override
		public int slice() {
			return 1;
		}

		@Override
		public int size() {
			return boxes.size();
		}

		@Override
		public Object value(final int item, final int column) {
			final Rectangle box = boxes.get(item);
			return switch (column) {
				case 0 -> item + 1;
				case 1 -> (double) (box.width * box.height);
				default -> box.x < 20 ? "touches" : "";
			};
		}

		@Override
		public boolean isMarked(final int item) {
			return boxes.get(item).x < 20;
		}

		@Override
		public int at(final double x, final double y, final double reach) {
			return IntStream.range(0, boxes.size()).filter(i -> boxes.get(i).contains(x, y)).findFirst()
				.orElse(Selection.NONE);
		}

		@Override
		public Roi outline(final int item) {
			return new Roi(boxes.get(item));
		}
	}

	FakeRegions(final ImagePlus image) {
		this.image = image;
		study.evaluate(40, FakeRegions::observe);
	}

	private static Observation observe(final Configuration c) {
		final double spread = c.get("window") / 2, cut = 2 * (c.get("posterior") - 0.5);
		final double family = c.names().contains("covariance") ? 0.1 * c.get("covariance") : 0.25;
		return new Observation(new double[] { 0.7 * spread + 0.2 * family, 0.4 * (1 - spread) * (1 - spread) +
			0.1 * cut, Math.rint(c.get("components") * (1.2 - cut)) }, cut < 0.9, Map.of());
	}

	Boxes boxes(final Evaluation evaluation) {
		final List<Rectangle> boxes = new ArrayList<>();
		for (int i = 0; i < 2 + evaluation.id() % 3; i++)
			boxes.add(new Rectangle(8 + 30 * i, 10 + 25 * i, 20, 14 + 4 * i));
		return new Boxes(evaluation, boxes);
	}

	@Override
	public ImagePlus image() {
		return image;
	}

	@Override
	public Study study() {
		return study;
	}

	@Override
	public SearchReport report() {
		return SearchReport.sampled(SearchEngine.SOBOL, "As asked.", "All evaluations are done.");
	}

	@Override
	public Map<Pick, Evaluation> picks() {
		return Map.of(Pick.EUCLIDEAN, Pick.EUCLIDEAN.choose(study.front(), study.reference()));
	}

	@Override
	public CsvTable evaluations() {
		final CsvTable table = new CsvTable(List.of("evaluation", "origin", "window_nm", "model",
			"covariance", "1 − compactness", "perimeter", "fragments"));
		for (final Evaluation e : study.evaluations()) {
			final Configuration c = e.configuration();
			final double[] o = e.objectives();
			final boolean mixture = c.names().contains("covariance");
			table.add(List.of(e.id(), e.origin(), c.get("window"), mixture ? "mixture" : "k-means", mixture
				? "type " + (int) c.get("covariance") : "", o[0], o[1], o[2]));
		}
		return table;
	}

	@Override
	public Items items() {
		return new Items("region", "outline", List.of(Column.count("id"), Column.number("area (px²)"),
			Column.text("border")));
	}

	@Override
	public Boxes find(final Evaluation evaluation, final Consumer<Boxes> early,
		final Progress progress)
	{
		return boxes(evaluation);
	}

	@Override
	public Path folder() {
		return null;
	}

	@Override
	public void show(final Boxes found) {
		final Overlay overlay = new Overlay();
		found.boxes.forEach(box -> overlay.add(new Roi(box)));
		image.setOverlay(overlay);
	}

	@Override
	public void save(final Boxes found, final Path folder, final Progress progress) {
		saved = found;
	}

	@Override
	public void accept(final Boxes found, final Progress progress) {
		accepted = found;
	}
}
