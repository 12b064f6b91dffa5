package sc.fiji.rewardanalysis.core;

/** Numbers in sentences. */
public final class Words {

	private Words() {}

	/** As in {@code 1 atom}, {@code 2 atoms}. */
	public static String count(final long n, final String noun) {
		return n + " " + noun + (n == 1 ? "" : "s");
	}
}
