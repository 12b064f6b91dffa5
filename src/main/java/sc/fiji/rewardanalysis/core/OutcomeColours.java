package sc.fiji.rewardanalysis.core;

/**
 * The colours of what an oracle says, the same in overlays and on paper: Okabe &amp; Ito's,
 * which every colour vision tells apart.
 */
public final class OutcomeColours {

	/** As 0xRRGGBB. */
	public static final int HIT = 0x56B4E9, FALSE_ALARM = 0xD55E00, MISS = 0xF0E442;

	/** Of what should be looked at, as 0xRRGGBB. */
	public static final int DOUBT = MISS;

	private OutcomeColours() {}
}
