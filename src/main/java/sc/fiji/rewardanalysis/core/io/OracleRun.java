package sc.fiji.rewardanalysis.core.io;

/**
 * What was compared with an oracle.
 *
 * @param imageName the image's title
 * @param imageWidth px
 * @param imageHeight px
 * @param slice from 1
 * @param x left edge of the analysed box, px
 * @param y its upper edge, px
 * @param hash SHA-256 of the analysed pixels
 * @param atoms where they come from, to follow "Atoms from "
 * @param study the earlier study whose solutions were judged; empty for none
 * @param seconds what the whole run took
 * @param macro the macro line that repeats it
 */
public record OracleRun(String imageName, int imageWidth, int imageHeight, int slice, int x, int y,
	String hash, String atoms, String study, double seconds, String macro)
{}
