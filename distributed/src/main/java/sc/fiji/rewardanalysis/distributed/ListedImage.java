package sc.fiji.rewardanalysis.distributed;

import java.io.Serializable;

/**
 * An image where it lies. Ordered by its path.
 *
 * @param path with its scheme, such as {@code hdfs:} or {@code s3a:}
 * @param length bytes
 * @param modified milliseconds since 1970
 */
record ListedImage(String path, long length, long modified) implements Serializable,
	Comparable<ListedImage>
{

	@Override
	public int compareTo(final ListedImage other) {
		return path.compareTo(other.path);
	}

	/** Its name without its folders. */
	String name() {
		return path.substring(path.lastIndexOf('/') + 1);
	}
}
