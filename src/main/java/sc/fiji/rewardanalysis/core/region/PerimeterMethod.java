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
