package sc.fiji.rewardanalysis.plot;

import java.awt.Color;

/** Okabe &amp; Ito's colours, which every colour vision tells apart. */
final class Palette {

	static final Color BLUE = new Color(0x0072B2), SKY = new Color(0x56B4E9), VERMILLION =
		new Color(0xD55E00), GREEN = new Color(0x009E73), PURPLE = new Color(
			0xCC79A7), GREY = new Color(0x9A9A9A), GRID = new Color(0xE2E2E2), INK = new Color(
				0x222222);

	private Palette() {}
}
