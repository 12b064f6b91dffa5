/**
 * The suite's one loop, whatever is searched for: parameters → analysis → rewards → optimiser, of
 * one image or of several with one set of parameters. No user interface, no files.
 */
package sc.fiji.rewardanalysis.core.workflow;
