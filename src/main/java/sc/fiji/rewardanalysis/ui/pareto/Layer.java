package sc.fiji.rewardanalysis.ui.pareto;

import java.util.Arrays;
import java.util.List;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.reward.AtomSet;

/** A solution's atoms in one slice. Immutable. */
public final class Layer {

	private final int slice, left, top;
	private final AtomSet set;
	private final RefinedAtoms refined;
	private final List<Blob> blobs;
	private final int[] errors;
	private final boolean[] isError;

	/**
	 * @param slice from 1
	 * @param left left edge of the analysed box in the image, px
	 * @param top its upper edge, px
	 * @param set the atoms where they are judged
	 * @param refined the same atoms where they are listed and drawn
	 * @param errors indices of those that are errors
	 */
	public Layer(final int slice, final int left, final int top, final AtomSet set,
		final RefinedAtoms refined, final int[] errors)
	{
		this.slice = slice;
		this.left = left;
		this.top = top;
		this.set = set;
		this.refined = refined;
		this.errors = errors.clone();
		blobs = refined.blobs();
		isError = new boolean[blobs.size()];
		Arrays.stream(errors).forEach(i -> isError[i] = true);
	}

	/** The slice, from 1. */
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

	/** Whether an atom is an error. */
	public boolean isError(final int atom) {
		return isError[atom];
	}

	/** nm per px. */
	double pixelSize() {
		return set.physics().pixelSize();
	}
}
