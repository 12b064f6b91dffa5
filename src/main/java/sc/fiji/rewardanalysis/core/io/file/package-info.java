/**
 * Files and folders written whole or not at all, tables and JSON the same in every locale. Knows
 * nothing of what stands in them.
 */
package sc.fiji.rewardanalysis.core.io.file;
