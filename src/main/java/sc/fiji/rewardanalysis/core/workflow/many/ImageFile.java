package sc.fiji.rewardanalysis.core.workflow.many;

import java.nio.file.Path;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * An image that is to be analysed.
 *
 * @param image its path below the folder of images, with slashes
 * @param file where it is
 * @param folder where its files go, below the output folder, with slashes
 */
public record ImageFile(String image, Path file, String folder) {

	public ImageFile {
		Checks.given("image", image);
		Checks.given("file", file);
		Checks.given("folder", folder);
	}

	/** Its file's name without the extension. */
	public String name() {
		final String name = image.substring(image.lastIndexOf('/') + 1);
		final int dot = name.lastIndexOf('.');
		return dot > 0 ? name.substring(0, dot) : name;
	}
}
