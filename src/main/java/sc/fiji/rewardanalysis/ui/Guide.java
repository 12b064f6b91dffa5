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

package sc.fiji.rewardanalysis.ui;

import java.awt.Desktop;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;

import ij.IJ;
import ij.plugin.BrowserLauncher;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** The user guide on the web. */
public final class Guide {

	/** Where it is; a section's anchor may follow. */
	public static final String URL =
		"https://github.com/fiji/reward-analysis/blob/main/docs/guide.md";

	/** Where to report what fails. */
	public static final String ISSUES = "https://github.com/fiji/reward-analysis/issues";

	private Guide() {}

	/**
	 * The address of a section.
	 *
	 * @param anchor of the section, without #
	 */
	public static String address(final String anchor) {
		return URL + "#" + anchor;
	}

	/**
	 * Opens a section in the web browser.
	 *
	 * @param anchor of the section, without #
	 * @throws RewardAnalysisException if there is no browser; it says where the guide is
	 */
	public static void open(final String anchor) {
		final String url = address(anchor);
		browse(url, "the guide is at " + url);
	}

	/**
	 * Opens a page that the suite has written in the web browser.
	 *
	 * @throws RewardAnalysisException if there is no browser; it says where the page is
	 */
	public static void open(final Path page) {
		browse(page.toUri().toString(), "the page is " + page);
	}

	private static void browse(final String url, final String where) {
		try {
			if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE))
				Desktop.getDesktop().browse(URI.create(url));
			// ImageJ would say no more than that there is none.
			else if (IJ.isLinux() && !hasBrowser()) throw new IOException("no xdg-open");
			else BrowserLauncher.openURL(url);
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "No web browser could be started; %s.", where);
		}
	}

	private static boolean hasBrowser() {
		final String path = System.getenv("PATH");
		return path != null && Arrays.stream(path.split(File.pathSeparator)).anyMatch(folder -> new File(
			folder, "xdg-open").canExecute());
	}
}
