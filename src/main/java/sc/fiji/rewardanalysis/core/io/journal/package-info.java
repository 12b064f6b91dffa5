/** Journals: what a search has done, line by line, to go on from after a crash. */
package sc.fiji.rewardanalysis.core.io.journal;
