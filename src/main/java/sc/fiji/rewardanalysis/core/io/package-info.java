/**
 * Tables and JSON, written whole or not at all, the same in every locale.
 */
package sc.fiji.rewardanalysis.core.io;
