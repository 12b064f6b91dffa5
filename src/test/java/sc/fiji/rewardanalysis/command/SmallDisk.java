package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk in memory that is soon full, or can only be read. Only Linux's administrator can make one. */
final class SmallDisk implements AutoCloseable {

	private final Path folder;

	/** Skips the test where there can be none. */
	SmallDisk(final Path folder, final String size) throws IOException {
		this.folder = Files.createDirectories(folder);
		assumeTrue(isDone("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
			"only Linux's root can mount a small disk to test with");
	}

	/** Changes its size, such as {@code size=4m}, or makes it {@code ro}, for reading alone. */
	void change(final String option) {
		assumeTrue(isDone("mount", "-o", "remount," + option, folder.toString()), "it can't be changed");
	}

	private static boolean isDone(final String... command) {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(
				ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
		}
		catch (final IOException exc) {
			return false;
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void close() {
		isDone("umount", folder.toString());
	}
}
