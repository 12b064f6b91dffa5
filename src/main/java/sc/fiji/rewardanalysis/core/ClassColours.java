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

package sc.fiji.rewardanalysis.core;

/**
 * The colours of classes, the same in overlays and on paper: Okabe &amp; Ito's, which every
 * colour vision tells apart, with Tol's wine in place of their black, which nobody would
 * see on a dark image. What belongs to no class is grey.
 */
public final class ClassColours {

	/** As 0xRRGGBB: of what has no class, of crystalline and of amorphous atoms. */
	public static final int NONE = 0x9A9A9A, CRYSTALLINE = 0x56B4E9, AMORPHOUS = 0xD55E00;

	private static final int[] RGB = { 0xE69F00, 0x56B4E9, 0x009E73, 0xCC79A7, 0xF0E442, 0x0072B2,
		0xD55E00, 0x882255 };

	/** How many classes have colours of their own. */
	public static final int DISTINCT = RGB.length;

	private ClassColours() {}

	/**
	 * The colour of a class as 0xRRGGBB.
	 *
	 * @param label of the class, from 0; beyond {@link #DISTINCT} colours come again; below 0
	 *          for none
	 */
	public static int rgb(final int label) {
		return label < 0 ? NONE : RGB[label % DISTINCT];
	}
}
