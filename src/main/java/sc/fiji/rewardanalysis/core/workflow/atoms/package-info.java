/**
 * LoG*: atoms found by blob detection or by a network, with the parameters whose atoms agree best
 * with the expected crystal.
 */
package sc.fiji.rewardanalysis.core.workflow.atoms;
