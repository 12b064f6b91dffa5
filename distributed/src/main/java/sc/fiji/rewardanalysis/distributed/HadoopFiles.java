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

package sc.fiji.rewardanalysis.distributed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.file.AtomicFile;

/** Files of a folder in any file system that Hadoop writes; each appears whole or not at all. */
final class HadoopFiles {

	/** Something that may fail as files do. */
	@FunctionalInterface
	interface Action<T> {

		T run() throws IOException;
	}

	private final FileSystem system;
	private final Path folder;

	/** @param folder needn't exist */
	HadoopFiles(final String folder, final Configuration configuration) {
		this.folder = new Path(folder);
		system = tried(() -> this.folder.getFileSystem(configuration));
	}

	/** Where something in the folder is. */
	String path(final String name) {
		return new Path(folder, name).toString();
	}

	boolean exists(final String name) {
		return tried(() -> system.exists(new Path(folder, name)));
	}

	/** Whether there is anything in the folder. */
	boolean isEmpty() {
		return tried(() -> !system.exists(folder) || system.listStatus(folder).length == 0);
	}

	/** Deletes a file or a folder with all that is in it, if there is one. */
	void delete(final String name) {
		tried(() -> system.delete(new Path(folder, name), true));
	}

	/** Deletes the folder. */
	void delete() {
		tried(() -> system.delete(folder, true));
	}

	/** Writes a file unless there is one already; that of another attempt is as good. */
	void write(final String name, final byte[] bytes) {
		final Path target = new Path(folder, name), temporary = temporary(target);
		tried(() -> {
			try (OutputStream out = system.create(temporary, false)) {
				out.write(bytes);
			}
			return null;
		});
		rename(temporary, target);
	}

	/** Copies a local folder, in place of one that is there. */
	void copy(final java.nio.file.Path from, final String name) {
		final Path target = new Path(folder, name), temporary = temporary(target);
		tried(() -> {
			system.mkdirs(temporary.getParent());
			system.copyFromLocalFile(false, false, new Path(from.toUri()), temporary);
			system.delete(target, true);
			return null;
		});
		rename(temporary, target);
	}

	/** Puts one thing in the place of another. */
	void replace(final String from, final String to) {
		delete(to);
		rename(new Path(folder, from), new Path(folder, to));
	}

	/** Of no name that anybody looks for. */
	private static Path temporary(final Path target) {
		return new Path(target.getParent(), "_" + target.getName() + "." + UUID.randomUUID());
	}

	private void rename(final Path from, final Path to) {
		final boolean moved = tried(() -> {
			system.mkdirs(to.getParent());
			return !system.exists(to) && system.rename(from, to);
		});
		if (moved) return;
		tried(() -> system.delete(from, true));
		if (!tried(() -> system.exists(to))) throw new RewardAnalysisException(
			"%s can't be written; choose an --output that you may write to.", to);
	}

	private <T> T tried(final Action<T> action) {
		try {
			return action.run();
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc,
				"%s can't be read or written (%s); choose an --output that you may write to.", folder, AtomicFile
					.reason(exc));
		}
	}
}
