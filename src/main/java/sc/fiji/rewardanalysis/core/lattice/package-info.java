/**
 * Crystals as the microscope projects them, and how many columns of one an area can
 * show.
 */
package sc.fiji.rewardanalysis.core.lattice;
