/**
 * Between ImageJ and the core: images, selections, calibration, overlays, tables.
 * The half pixel between ImageJ's ROI coordinates and ours is added in
 * {@link sc.fiji.rewardanalysis.imagej.AtomOverlay} alone.
 */
package sc.fiji.rewardanalysis.imagej;
