/**
 * The window of a study's Pareto front. {@link sc.fiji.rewardanalysis.ui.pareto.Selection}
 * says which solution and which of its items are chosen; plot, tables, text and image listen
 * to it. {@link sc.fiji.rewardanalysis.ui.pareto.Session} works that solution out off the
 * event thread; {@link sc.fiji.rewardanalysis.ui.pareto.Solutions} is what a command gives,
 * whatever it searched for; {@link sc.fiji.rewardanalysis.ui.pareto.AtomSolutions} is that of
 * atoms, which can be edited.
 */
package sc.fiji.rewardanalysis.ui.pareto;
