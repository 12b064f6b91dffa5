/**
 * The window of atoms' classes: mean patches with names that can be edited, criteria, scores.
 */
package sc.fiji.rewardanalysis.ui.classes;
