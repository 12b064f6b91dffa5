/**
 * The commands' own dialogs: a form made from a command's inputs, what to expect of the
 * image with them, and a preview. Knows nothing of SciJava. Everything here belongs to the
 * event thread unless it says otherwise.
 */
package sc.fiji.rewardanalysis.ui.dialog;
