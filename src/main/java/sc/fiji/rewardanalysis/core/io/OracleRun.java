package sc.fiji.rewardanalysis.core.io;

/**
 * What was compared with an oracle.
 *
 * @param image whose atoms they are, and how it was asked for
 * @param atoms where they come from, to follow "Atoms from "
 * @param study the earlier study whose solutions were judged; empty for none
 */
public record OracleRun(ImageRun image, String atoms, String study) {}
