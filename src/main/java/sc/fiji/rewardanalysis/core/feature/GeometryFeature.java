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

package sc.fiji.rewardanalysis.core.feature;

/** What {@link NeighbourhoodGeometry} tells of each atom. */
public enum GeometryFeature {
		/** Distance from where the atoms one cell away say that it should be. */
		DISPLACEMENT("displacement", "nm", true),
		/** Share of the atoms one cell away that aren't there, 0 to 1. */
		MISSING_PARTNERS("missing_partners", "", true),
		/** |ψₙ| of the n nearest neighbours, 0 to 1; 1 is perfect. */
		BOND_ORDER("bond_order", "", false),
		/** Standard deviation of the distances to the n nearest neighbours over their mean. */
		DISTANCE_SPREAD("distance_spread", "", true);

	private final String key, unit;
	private final boolean growing;

	GeometryFeature(final String key, final String unit, final boolean growing) {
		this.key = key;
		this.unit = unit;
		this.growing = growing;
	}

	/** Its name in tables and files. */
	public String key() {
		return key;
	}

	/** Its unit, empty for a mere number. */
	public String unit() {
		return unit;
	}

	/** Whether it is the larger, the more disordered the surroundings are. */
	public boolean growsWithDisorder() {
		return growing;
	}
}
