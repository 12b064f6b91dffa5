/** Networks that find atom columns. Call {@code learning.Networks.require()} before. */
package sc.fiji.rewardanalysis.learning.columns;
