/**
 * Positions from elsewhere: tables of other programs, TrackMate's files, whatever unit and origin
 * they count in.
 */
package sc.fiji.rewardanalysis.core.io.points;
