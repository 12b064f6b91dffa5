/** What is seen of a search while it runs. Nothing of it happens without a display. */
package sc.fiji.rewardanalysis.ui.live;
