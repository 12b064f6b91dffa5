/** Many images, or the tiles of one, as Apache Spark jobs. Never inside Fiji. */
package sc.fiji.rewardanalysis.distributed;
