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

package sc.fiji.rewardanalysis.core.crystal;

/**
 * Where an atom is in the crystal.
 *
 * @param status whether it has a site
 * @param grain from 0; −1 if it has no site
 * @param h the cell along the first translation
 * @param k the cell along the second one
 * @param site of the cell, from 0; −1 if it has none
 * @param residual how far it is from the nearest site of the lattice that the atoms around
 *          have, px; NaN where there is none
 */
public record IndexedAtom(Status status, int grain, int h, int k, int site, double residual) {

	/** Whether an atom has a site. */
	public enum Status {

			/** It has. */
			INDEXED,

			/** Another atom is nearer to its site. */
			DOUBLE,

			/** It is in a crystal but near no site of it. */
			OFF_SITE,

			/** The atoms around form no crystal that was found. */
			OUTSIDE
	}

	static final IndexedAtom NONE = new IndexedAtom(Status.OUTSIDE, -1, 0, 0, -1, Double.NaN);

	/** Whether it has a site. */
	public boolean isIndexed() {
		return status == Status.INDEXED;
	}

	IndexedAtom moved(final int dh, final int dk) {
		return new IndexedAtom(status, grain, h + dh, k + dk, site, residual);
	}

	IndexedAtom with(final Status other) {
		return new IndexedAtom(other, other == Status.INDEXED ? grain : -1, h, k, site, residual);
	}
}
