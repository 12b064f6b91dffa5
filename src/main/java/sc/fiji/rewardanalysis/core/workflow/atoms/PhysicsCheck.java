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

package sc.fiji.rewardanalysis.core.workflow.atoms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.SpacingFit;

/**
 * Says of a solution whether the crystal or the pixel size that it was searched with may be
 * wrong, which count error and spacing error don't tell. The limits are those of
 * {@code docs/rewards.md}: images of the right, perfect crystal up to a noise of 0.5 stay below them.
 */
public final class PhysicsCheck {

	/** Root mean square deviation of distances, in parts of the nearest one, that is ordinary. */
	public static final double RESIDUAL = 0.15;

	/** By so much the distances may be longer or shorter than the crystal's. */
	public static final double SCALE = 0.03;

	/** Up to this remainder the factor of the distances is known well enough. */
	public static final double REMAINDER = 0.06;

	private PhysicsCheck() {}

	/** What is to be said of a task's solution. */
	public static String of(final AtomFindingTask task, final AtomSolution solution) {
		return of(solution.atoms(), task.settings().lattice().name(), task.settings().pixelTolerance());
	}

	/**
	 * What is to be said, in sentences; empty if nothing is.
	 *
	 * @param atoms of the solution
	 * @param crystal its name
	 * @param pixelTolerance by which the user knows the pixel size to be uncertain
	 */
	public static String of(final AtomSet atoms, final String crystal,
		final double pixelTolerance)
	{
		if (atoms.atoms().size() < AtomPhysics.FEWEST_ATOMS || atoms.judged().length == 0) return "";
		final SpacingFit fit = SpacingFit.of(atoms);
		final List<String> sentences = new ArrayList<>();
		final double pixel = atoms.physics().pixelSize();
		if (fit.remainder() <= REMAINDER && Math.abs(fit.scale() - 1) > Math.max(SCALE, pixelTolerance))
			sentences.add(String.format(Locale.ROOT,
				"Neighbouring atoms are %.3f times as far apart as in %s: is the pixel size %.4g nm instead of %.4g nm?",
				fit.scale(), crystal, pixel / fit.scale(), pixel));
		if (fit.residual() > RESIDUAL) sentences.add(String.format(Locale.ROOT,
			"Distances of neighbouring atoms differ from those in %s by %.3f of the nearest distance (root mean square; up to %.2f is ordinary): another crystal, zone axis or pixel size, vacuum or disorder in the area, or many false atoms.",
			crystal, fit.residual(), RESIDUAL));
		return String.join(" ", sentences);
	}
}
