package sc.fiji.rewardanalysis.core.io;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;

/**
 * What belongs to a run besides its study: where the image came from, and how it was
 * asked for.
 *
 * @param imageName the image's title
 * @param imageWidth px, of the whole image
 * @param imageHeight px, of the whole image
 * @param x left edge of the analysed box in the image, px
 * @param y its upper edge, px
 * @param width its width, px
 * @param height its height, px
 * @param hash SHA-256 of the analysed pixels as big-endian floats
 * @param search how the search went
 * @param pick the rule by which a solution was picked
 * @param seconds what the whole run took
 * @param macro the macro line that repeats it
 */
public record RunRecord(String imageName, int imageWidth, int imageHeight, int x, int y,
	int width, int height, String hash, SearchReport search, Pick pick, double seconds, String macro)
{

	public RunRecord {
		Checks.given("image name", imageName);
		Checks.given("hash", hash);
		Checks.given("search", search);
		Checks.given("pick", pick);
		Checks.given("macro", macro);
	}

	/**
	 * How a solution was chosen, in a few words.
	 *
	 * @param byRule whether by the rule, or else by a person
	 * @param ideal what the rules measure distances to, such as {@code no error}
	 */
	public String choice(final boolean byRule, final String ideal) {
		return byRule ? "picked by " + switch (pick) {
			case EUCLIDEAN -> "Euclidean distance to " + ideal;
			case CHEBYSHEV -> "Chebyshev distance to " + ideal;
			case KNEE -> "the front's knee";
		} : "chosen on the plot";
	}
}
