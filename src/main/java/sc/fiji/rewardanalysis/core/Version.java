package sc.fiji.rewardanalysis.core;

/** The version of this library, kept with every result. */
public final class Version {

	private Version() {}

	/** The packaged version, or "development" when run from classes. */
	public static String current() {
		final String version = Version.class.getPackage().getImplementationVersion();
		return version == null ? "development" : version;
	}
}
