/** Charts and pictures, drawn without a display too. */
package sc.fiji.rewardanalysis.plot;
