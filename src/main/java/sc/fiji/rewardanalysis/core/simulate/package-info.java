/**
 * HAADF images of crystals whose column positions are known.
 */
package sc.fiji.rewardanalysis.core.simulate;
