/**
 * The suite's one loop with its parts put together: parameters → analysis → rewards
 * → optimiser. No user interface, no files.
 */
package sc.fiji.rewardanalysis.core.workflow;
