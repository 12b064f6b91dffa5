package sc.fiji.rewardanalysis.core.workflow.windows;

import sc.fiji.rewardanalysis.core.Blob;

/**
 * An atom and the window that it is taken from.
 *
 * @param blob px
 * @param window its number in the grid
 */
public record MergedAtom(Blob blob, int window) {}
