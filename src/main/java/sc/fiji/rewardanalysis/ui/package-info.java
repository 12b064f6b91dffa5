/** Windows. None of them opens without a display. */
package sc.fiji.rewardanalysis.ui;
