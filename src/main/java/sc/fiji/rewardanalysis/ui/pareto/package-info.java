/**
 * The window of a study's Pareto front. {@link sc.fiji.rewardanalysis.ui.pareto.Selection}
 * says which solution and which atom are chosen; plot, tables, text and image listen to it.
 * {@link sc.fiji.rewardanalysis.ui.pareto.Session} finds that solution's atoms off the event
 * thread; {@link sc.fiji.rewardanalysis.ui.pareto.Solutions} is what a command gives.
 */
package sc.fiji.rewardanalysis.ui.pareto;
