package sc.fiji.rewardanalysis.core.latent;

import java.util.ArrayList;
import java.util.List;

/**
 * What the content of a patch doesn't depend on. What it is rotated or shifted by is told
 * by latents of its own, in pyroVED's order: angle, shift in x, shift in y.
 */
public enum Invariance {

	/** Nothing: a fully connected decoder draws all pixels at once. */
	NONE,

	/** Shifts: a decoder of coordinates, which are shifted. */
	SHIFT,

	/** Rotations about the patch's centre. */
	ROTATION,

	/** Both; coordinates are rotated first, then shifted. */
	SHIFT_AND_ROTATION;

	/** Whether a latent is the angle. */
	public boolean rotates() {
		return this == ROTATION || this == SHIFT_AND_ROTATION;
	}

	/** Whether two latents are the shift. */
	public boolean shifts() {
		return this == SHIFT || this == SHIFT_AND_ROTATION;
	}

	/** Names of the latents that aren't content, in their order. */
	public List<String> names() {
		final List<String> names = new ArrayList<>();
		if (rotates()) names.add("angle");
		if (shifts()) names.addAll(List.of("dx", "dy"));
		return List.copyOf(names);
	}
}
