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

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import sc.fiji.rewardanalysis.core.Checks;

/**
 * What is done to each image. Immutable.
 *
 * @param analysis its name in menus, such as {@code Optimize Atom Finding...}
 * @param options as a macro has them
 * @param fromFirst whether all begin with what was found in the first image
 * @param output where results go, a path of any file system that Hadoop writes
 * @param files whether each image's files are kept there
 */
record ImageJob(String analysis, String options, boolean fromFirst, String output, boolean files)
	implements Serializable
{

	private static final int DIGITS = 24;

	ImageJob {
		Checks.given("analysis", analysis);
		Checks.given("options", options);
		Checks.given("output", output);
	}

	/** Tells runs apart: results of another one are none of this. */
	String run() {
		return digest(String.join("\n", List.of(analysis, options, Boolean.toString(fromFirst))));
	}

	/**
	 * A name for images that are analysed together, the same in each attempt of an application.
	 * Another application tries anew what has failed.
	 */
	String group(final String application, final List<ListedImage> images) {
		final StringBuilder text = new StringBuilder(run()).append('\n').append(application);
		images.forEach(i -> text.append('\n').append(i.path()).append('\n').append(i.length()).append(' ')
			.append(i.modified()));
		return digest(text.toString());
	}

	/** SHA-256, as much of it as names need. */
	private static String digest(final String text) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(
				StandardCharsets.UTF_8))).substring(0, DIGITS);
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Every Java platform has SHA-256.", exc);
		}
	}
}
