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

import sc.fiji.rewardanalysis.core.Position;

/**
 * A site without an atom, or an atom without a site.
 *
 * @param kind which of both
 * @param x where the atom should be, or is, px
 * @param y likewise
 * @param atom its index; −1 for a vacancy
 * @param grain from 0
 * @param h of the site, or of the one that is nearest
 * @param k likewise
 * @param site of the cell, from 0
 * @param occupied share of the sites around that have their atoms
 * @param confidence 0 to 1, see {@link Defects}
 */
public record Defect(Kind kind, double x, double y, int atom, int grain, int h, int k, int site,
	double occupied, double confidence) implements Position
{

	/** What it is. */
	public enum Kind {

			/** A site without an atom. */
			VACANCY,

			/** An atom near no site. */
			INTERSTITIAL,

			/** An atom on a site that another one, nearer to it, has. */
			DOUBLE
	}
}
