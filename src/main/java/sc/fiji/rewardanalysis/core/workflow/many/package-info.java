/**
 * Many images: a folder's, one after the other or as they arrive. An {@link ImageFile} becomes an
 * {@link ImageOutcome}. {@link FolderScan} says which files, {@link ManyImages} works on several at
 * a time, {@link FolderWatch} on those that arrive, {@link FolderLog} keeps what is done, and
 * {@link Figures} are what there is to tell of all of them.
 */
package sc.fiji.rewardanalysis.core.workflow.many;
