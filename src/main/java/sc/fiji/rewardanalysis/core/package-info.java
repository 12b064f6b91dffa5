/**
 * What all layers share: points and areas of the image plane, progress, argument
 * checks, and the one exception. Knows nothing of ImageJ, SciJava or AWT, like every
 * package below it.
 */
package sc.fiji.rewardanalysis.core;
