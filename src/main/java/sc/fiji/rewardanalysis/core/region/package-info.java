/** Masks: made from atoms, taken apart into regions, measured. Pixels are unit squares around integers. */
package sc.fiji.rewardanalysis.core.region;
