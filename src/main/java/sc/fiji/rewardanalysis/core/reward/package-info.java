/**
 * Rewards: how well a result agrees with the physics that was expected of it.
 * Each names its unit, its direction, its formula's source and the items it
 * blames.
 */
package sc.fiji.rewardanalysis.core.reward;
