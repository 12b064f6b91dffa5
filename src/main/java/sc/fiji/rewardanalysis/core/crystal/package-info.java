/**
 * The crystal in an image, from positions of atoms: its translations, where it lies, the
 * number of each atom in it, displacements, strain, and sites that have no atom.
 */
package sc.fiji.rewardanalysis.core.crystal;
