/**
 * What a folder of images leaves: its journal, table and report, and the figures of each image
 * read from its files.
 */
package sc.fiji.rewardanalysis.core.io.many;
