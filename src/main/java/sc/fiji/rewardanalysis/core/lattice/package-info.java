/**
 * Crystals as the microscope projects them, how many columns of one an area can show,
 * and pairs of translations.
 */
package sc.fiji.rewardanalysis.core.lattice;
