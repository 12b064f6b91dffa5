/*-
 * #%L
 * Reward Analysis
 * %%
 * Copyright (C) 2026 Reward Analysis developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk in memory that is soon full, or can only be read. Only Linux's administrator can make one;
 * {@code -Ddisks.small=true} says that it is so.
 */
final class SmallDisk implements AutoCloseable {

	private final Path folder;

	/** Skips the test where there can be none, unless there should be. */
	SmallDisk(final Path folder, final String size) throws IOException {
		this.folder = Files.createDirectories(folder);
		check(isDone("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
			"only Linux's root can mount a small disk to test with");
	}

	private static void check(final boolean isThere, final String why) {
		if (Boolean.getBoolean("disks.small")) assertTrue(isThere, why);
		else assumeTrue(isThere, why);
	}

	/** Changes its size, such as {@code size=4m}, or makes it {@code ro}, for reading alone. */
	void change(final String option) {
		check(isDone("mount", "-o", "remount," + option, folder.toString()), "it can't be changed");
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
