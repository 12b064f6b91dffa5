/** What an oracle, somebody else's atoms, says of atoms and of an earlier search's solutions. */
package sc.fiji.rewardanalysis.core.workflow.oracle;
