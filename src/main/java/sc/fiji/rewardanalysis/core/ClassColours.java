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
