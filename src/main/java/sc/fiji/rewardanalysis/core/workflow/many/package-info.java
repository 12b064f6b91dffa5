/** Many images: a folder's, one after the other or as they arrive. */
package sc.fiji.rewardanalysis.core.workflow.many;
