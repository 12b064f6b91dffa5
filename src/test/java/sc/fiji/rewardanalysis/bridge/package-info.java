/**
 * Runs the suite's commands from plain ImageJ as Fiji does: recorded, replayed from
 * macros, with the active image. Only for tests; it is in no jar, where it would double
 * Fiji's own menu.
 */
package sc.fiji.rewardanalysis.bridge;
