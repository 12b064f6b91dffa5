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

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

import ij.gui.Roi;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.PointGrid;
import sc.fiji.rewardanalysis.core.refine.RefinedAtom;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms.Origin;
import sc.fiji.rewardanalysis.imagej.SolutionOverlay;
import sc.fiji.rewardanalysis.ui.pareto.Items.Column;

/**
 * A solution's atoms in one slice, errors in bold type. Values are read where they are:
 * nothing is copied, whatever their number. Immutable.
 */
public final class AtomLayer implements Layer {

	/** Atoms in words and columns. */
	static final Items ITEMS = new Items("atom", "circle", List.of(Column.count("id"), Column.number(
		"x (px)"), Column.number("y (px)"), Column.number("x (nm)"), Column.number("y (nm)"), Column.number(
			"sigma (px)"), Column.text("error"), Column.number("x error (px)"), Column.number("y error (px)"),
		Column.text("refined"), Column.text("origin")));

	private final int slice, left, top;
	private final AtomSet set;
	private final RefinedAtoms refined;
	private final IntFunction<Origin> origins;
	private final List<Blob> blobs;
	private final int[] errors;
	private final boolean[] isError;

	/** To find atoms near a click; made when first needed. */
	private PointGrid grid;

	/**
	 * Of atoms that nobody has edited.
	 *
	 * @param slice from 1
	 * @param left left edge of the analysed box in the image, px
	 * @param top its upper edge, px
	 * @param set the atoms where they are judged
	 * @param refined the same atoms where they are listed and drawn
	 * @param errors indices of those that are errors
	 */
	public AtomLayer(final int slice, final int left, final int top, final AtomSet set,
		final RefinedAtoms refined, final int[] errors)
	{
		this(slice, left, top, set, refined, errors, i -> Origin.DETECTED);
	}

	/**
	 * Of atoms that somebody may have edited.
	 *
	 * @param slice from 1
	 * @param left left edge of the analysed box in the image, px
	 * @param top its upper edge, px
	 */
	public AtomLayer(final int slice, final int left, final int top, final EditedAtoms atoms) {
		this(slice, left, top, atoms.solution().atoms(), atoms.refined(), atoms.solution().errors(),
			atoms::origin);
	}

	private AtomLayer(final int slice, final int left, final int top, final AtomSet set,
		final RefinedAtoms refined, final int[] errors, final IntFunction<Origin> origins)
	{
		this.slice = slice;
		this.left = left;
		this.top = top;
		this.set = set;
		this.refined = refined;
		this.errors = errors.clone();
		this.origins = origins;
		blobs = refined.blobs();
		isError = new boolean[blobs.size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
	}

	/** The same place with edited atoms that are still to be judged. */
	AtomLayer unjudged(final EditedAtoms atoms) {
		return new AtomLayer(slice, left, top, set, atoms.refined(), new int[0], atoms::origin);
	}

	@Override
	public int slice() {
		return slice;
	}

	/** Left edge of the analysed box in the image, px. */
	public int left() {
		return left;
	}

	/** Its upper edge, px. */
	public int top() {
		return top;
	}

	/** The atoms where they are judged, px in the box. */
	public AtomSet set() {
		return set;
	}

	/** The atoms where they are listed, px in the box. */
	public RefinedAtoms refined() {
		return refined;
	}

	/** The same without their refinement. */
	public List<Blob> blobs() {
		return blobs;
	}

	/** Indices of the atoms that are errors. */
	public int[] errors() {
		return errors.clone();
	}

	@Override
	public int size() {
		return blobs.size();
	}

	@Override
	public boolean isMarked(final int atom) {
		return isError[atom];
	}

	@Override
	public Object value(final int item, final int column) {
		final RefinedAtom atom = refined.atoms().get(item);
		final double x = left + atom.x(), y = top + atom.y(), pixelSize = set.physics().pixelSize();
		return switch (column) {
			case 0 -> item + 1;
			case 1 -> x;
			case 2 -> y;
			case 3 -> x * pixelSize;
			case 4 -> y * pixelSize;
			case 5 -> atom.blob().sigma();
			case 6 -> isError[item] ? "error" : "";
			case 7 -> atom.errorX();
			case 8 -> atom.errorY();
			case 9 -> atom.status().word();
			default -> origins.apply(item).word();
		};
	}

	@Override
	public int at(final double x, final double y, final double reach) {
		if (blobs.isEmpty()) return Selection.NONE;
		if (grid == null) grid = new PointGrid(blobs, Math.max(1, 4 * blobs.get(0).sigma()));
		final Blob at = new Blob(x - left, y - top, 1, 0);
		final int[] nearest = { Selection.NONE };
		final double[] least = { Double.POSITIVE_INFINITY };
		final double far = Math.max(reach, blobs.stream().mapToDouble(Blob::sigma).max().orElse(0));
		grid.forEachNear(at, far, i -> {
			final Blob b = blobs.get(i);
			final double d = Math.hypot(b.x() - at.x(), b.y() - at.y());
			if (d > Math.max(reach, b.sigma()) || d >= least[0]) return;
			least[0] = d;
			nearest[0] = i;
		});
		return nearest[0];
	}

	@Override
	public Roi outline(final int item) {
		return SolutionOverlay.around(blobs.get(item), left, top);
	}
}
