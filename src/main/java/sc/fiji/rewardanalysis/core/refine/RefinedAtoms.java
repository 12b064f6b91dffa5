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

package sc.fiji.rewardanalysis.core.refine;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;

/**
 * All atoms of an image after their refinement, in the order of their detection.
 *
 * @param method how they were refined
 * @param options of Gaussian fits
 * @param atoms each of them, whether refined or kept as detected
 */
public record RefinedAtoms(Refinement method, FitOptions options, List<RefinedAtom> atoms) {

	public RefinedAtoms {
		Checks.given("refine", method);
		Checks.given("fit options", options);
		atoms = List.copyOf(atoms);
	}

	/** Atoms that weren't refined. */
	public static RefinedAtoms asDetected(final List<Blob> blobs) {
		return new RefinedAtoms(Refinement.NONE, FitOptions.ROUND, blobs.stream().map(b -> RefinedAtom
			.kept(b, RefinementStatus.NOT_REFINED)).toList());
	}

	/**
	 * Those of several images that were asked to be refined alike; some may have been left as
	 * detected.
	 */
	public static RefinedAtoms together(final List<RefinedAtoms> several) {
		final RefinedAtoms like = several.stream().filter(RefinedAtoms::isRefined).findFirst().orElseGet(
			() -> asDetected(List.of()));
		return new RefinedAtoms(like.method, like.options, several.stream().flatMap(r -> r.atoms.stream())
			.toList());
	}

	/** The atoms at their refined positions, or where they were detected if that failed. */
	public List<Blob> blobs() {
		return atoms.stream().map(RefinedAtom::blob).toList();
	}

	/** Whether a refinement was asked for. */
	public boolean isRefined() {
		return method != Refinement.NONE;
	}

	/** How many atoms have which status. */
	public Map<RefinementStatus, Integer> counts() {
		final Map<RefinementStatus, Integer> counts = new EnumMap<>(RefinementStatus.class);
		atoms.forEach(a -> counts.merge(a.status(), 1, Integer::sum));
		return counts;
	}

	/** One sentence: how many were refined and how well, how many weren't and why. */
	public String summary() {
		final Map<RefinementStatus, Integer> counts = counts();
		final int byHand = counts.getOrDefault(RefinementStatus.BY_HAND, 0);
		final String edited = byHand == 0 ? "" : "; " + byHand + " set by hand";
		if (!isRefined()) return "as detected, to the pixel" + edited + ".";
		final int held = counts.getOrDefault(RefinementStatus.HELD, 0);
		final int refined = counts.getOrDefault(RefinementStatus.OK, 0) + held;
		final String kept = counts.entrySet().stream().filter(e -> !e.getKey().isRefined() && e
			.getKey() != RefinementStatus.BY_HAND).map(e -> e.getValue() + " " + (e.getKey() == RefinementStatus.NOT_REFINED ? "not tried" : e.getKey()
				.word())).collect(Collectors.joining(", "));
		return String.format(Locale.ROOT, "%d of %d refined by %s%s%s%s%s.", refined, atoms.size(), name(),
			held > 0 ? " (" + held + " with the blob's width)" : "",
			method == Refinement.GAUSSIAN && refined > 0 ? String.format(Locale.ROOT,
				", median standard error %.3f px", medianError()) : "", kept.isEmpty() ? ""
					: "; kept as detected: " + (atoms.size() - refined - byHand) + " (" + kept + ")", edited);
	}

	private String name() {
		return switch (method) {
			case NONE -> "nothing";
			case QUADRATIC -> "quadratic interpolation";
			case GAUSSIAN -> options.elliptic() ? "elliptic Gaussian fits" : "Gaussian fits";
		};
	}

	/** The median standard error of a coordinate, px; NaN if there is none. */
	public double medianError() {
		final double[] errors = atoms.stream().filter(RefinedAtom::isRefined).mapToDouble(a -> Math.sqrt(
			(a.errorX() * a.errorX() + a.errorY() * a.errorY()) / 2)).sorted().toArray();
		return errors.length == 0 || method != Refinement.GAUSSIAN ? Double.NaN : errors[errors.length / 2];
	}
}
