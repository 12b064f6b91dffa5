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

package sc.fiji.rewardanalysis.core.region;

/**
 * How the length of an outline is estimated from pixels.
 * <p>
 * Crofton's formula counts how often lines in several directions cross the outline;
 * its mean over directions is right for any shape (S. Rivollier 2010, thesis, École
 * des Mines de Saint-Étienne). The others join the centres of the outermost pixels,
 * by steps of 1, √2 and (1 + √2) / 2 (K. Benkrid &amp; D. Crookes, The Queen's
 * University of Belfast), so that a region gets smaller by half a pixel all around,
 * and a single pixel has no perimeter. All equal scikit-image's.
 */
public enum PerimeterMethod {

	/** Crofton's formula in four directions: {@code perimeter_crofton(directions=4)}. */
	CROFTON,

	/** Crofton's formula along x and y only: {@code perimeter_crofton(directions=2)}. */
	CROFTON_2,

	/**
	 * Outermost are pixels with an edge at another one's: {@code
	 * perimeter(neighborhood=4)}, which {@code regionprops} uses, and so the paper.
	 */
	PIXELS,

	/** Outermost are also those with a corner at another one's: {@code neighborhood=8}. */
	PIXELS_8;

	/** The length of a mask's outlines, those of holes included, px. */
	public double of(final Mask mask) {
		return of(mask, null);
	}

	/**
	 * The same without what runs along the border of the analysed area, where nobody
	 * knows how the region goes on.
	 *
	 * @param analysed of the same size, contains the mask; null: the border counts
	 */
	public double of(final Mask mask, final Mask analysed) {
		return ofRegions(Labels.whole(mask), analysed)[1];
	}

	/**
	 * The same for each region, by its number; 0 at index 0.
	 *
	 * @param analysed null: the border counts
	 */
	public double[] ofRegions(final Labels labels, final Mask analysed) {
		return switch (this) {
			case CROFTON, CROFTON_2 -> {
				final Outlines outlines = new Outlines(labels, analysed);
				final double[] lengths = new double[labels.count() + 1];
				for (int k = 1; k < lengths.length; k++)
					lengths[k] = this == CROFTON ? outlines.crofton4(k) : outlines.crofton2(k);
				yield lengths;
			}
			case PIXELS, PIXELS_8 -> BorderPixels.lengths(labels, analysed, this == PIXELS_8);
		};
	}
}
