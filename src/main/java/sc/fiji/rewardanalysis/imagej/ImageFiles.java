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

package sc.fiji.rewardanalysis.imagej;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.FutureTask;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;

import sc.fiji.rewardanalysis.core.MemoryShortage;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;

/**
 * Opens whatever ImageJ or Fiji opens, without a window or a dialog, one file at a time, for
 * ImageJ's readers aren't made for more.
 */
public final class ImageFiles {

	/** Who opens a file has it. */
	private static final Object LOCK = new Object();

	/** What Fiji has for the files of microscopes. */
	private static final String MORE_TYPES = "HandleExtraFileTypes", BIO_FORMATS = "loci.plugins.BF";

	private ImageFiles() {}

	/**
	 * Opens an image file. It can't be broken off; once cancelled nobody waits for it.
	 *
	 * @return an image that isn't shown, to be closed by {@link ImagePlus#flush}
	 * @throws RewardAnalysisException if it is no image, is cut short, or can't be read
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static ImagePlus open(final Path file, final Progress progress) {
		final FutureTask<ImagePlus> task = new FutureTask<>(() -> {
			synchronized (LOCK) {
				progress.checkCanceled();
				return open(file);
			}
		});
		final Thread reader = new Thread(task, "Reward Analysis reader");
		reader.setDaemon(true);
		final Set<Window> before = windows();
		reader.start();
		return Waiting.unlessCancelled(task, new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				closeDialogs(reader, before);
				return progress.isCanceled();
			}
		});
	}

	private static Set<Window> windows() {
		return GraphicsEnvironment.isHeadless() ? Set.of() : Set.of(Window.getWindows());
	}

	/** A reader that asks or complains in a dialog would wait for ever. */
	private static void closeDialogs(final Thread reader, final Set<Window> before) {
		if (GraphicsEnvironment.isHeadless() || Arrays.stream(reader.getStackTrace()).noneMatch(f -> f
			.getMethodName().equals("show") && f.getClassName().equals("java.awt.Dialog"))) return;
		for (final Window window : Window.getWindows())
			if (window instanceof final Dialog dialog && dialog.isShowing() && dialog.isModal() && !before
				.contains(dialog)) EventQueue.invokeLater(dialog::dispose);
	}

	private static ImagePlus open(final Path file) {
		if (size(file) == 0) throw new RewardAnalysisException("The file is empty.");
		final boolean before = IJ.redirectingErrorMessages();
		// The first complaint is redirected.
		IJ.redirectErrorMessages(true);
		final ImagePlus image;
		try {
			TiffCheck.check(file);
			BitmapCheck.check(file);
			image = read(file.toAbsolutePath().toString());
		}
		catch (final RewardAnalysisException exc) {
			throw exc;
		}
		catch (final RuntimeException | OutOfMemoryError exc) {
			// Readers believe what a damaged file says of sizes and places.
			throw new RewardAnalysisException(exc, MemoryShortage.isCauseOf(exc)
				? "There is not enough memory for it; give Fiji more in Edit > Options > Memory & Threads... (Java " +
					"by -Xmx), or save the file again if it can't be that large."
				: "The file is damaged; save it again.");
		}
		finally {
			IJ.redirectErrorMessages(before);
		}
		if (image == null || image.getProcessor() == null || image.getWidth() == 0)
			throw new RewardAnalysisException(
				"It is no image that %s can open, or it is damaged.", isThere(MORE_TYPES) ? "Fiji" : "ImageJ");
		checkWhole(image, file);
		return image;
	}

	private static long size(final Path file) {
		try {
			final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			// Of a pipe or a device readers would wait for an end.
			if (!attributes.isRegularFile()) throw new RewardAnalysisException(
				"It is no file, but a %s; give a file.", attributes.isDirectory() ? "folder" : "pipe or a device");
			return attributes.size();
		}
		catch (final IOException exc) {
			throw new RewardAnalysisException(exc, "The file can't be read; check that it is still there " +
				"and that you may read it.");
		}
	}

	private static ImagePlus read(final String path) {
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		// Without Fiji nobody knows what ImageJ doesn't.
		final boolean known = opener.getFileType(path) != Opener.UNKNOWN || isThere(MORE_TYPES);
		final ImagePlus image = known ? opener.openImage(path) : null;
		if (image != null && image.getWidth() > 0) return image;
		// While messages are redirected, Fiji leaves it out.
		return isThere(BIO_FORMATS) ? Opener.openUsingBioFormats(path) : null;
	}

	private static boolean isThere(final String type) {
		try {
			Class.forName(type, false, IJ.getClassLoader());
			return true;
		}
		catch (final ClassNotFoundException | LinkageError exc) {
			return false;
		}
	}

	/** ImageJ reads what is missing as zeros. */
	private static void checkWhole(final ImagePlus image, final Path file) {
		final FileInfo info = image.getOriginalFileInfo();
		if (info == null || info.fileFormat != FileInfo.TIFF && info.fileFormat != FileInfo.RAW ||
			info.compression > FileInfo.COMPRESSION_NONE) return;
		final boolean strips = info.stripOffsets != null && info.stripLengths != null &&
			info.stripOffsets.length > 1;
		final long slice = (long) info.width * info.height * info.getBytesPerPixel();
		final long end = strips ? endOfStrips(info) : info.getOffset() + slice + (info.nImages - 1) *
			(slice + info.getGap());
		final long there = size(file);
		if (there < end) throw new RewardAnalysisException(
			"The file is cut short: it has %d bytes of the %d that its header tells of.", there, end);
	}

	private static long endOfStrips(final FileInfo info) {
		long end = 0;
		for (int i = 0; i < Math.min(info.stripOffsets.length, info.stripLengths.length); i++)
			end = Math.max(end, (info.stripOffsets[i] & 0xffffffffL) + info.stripLengths[i]);
		return end;
	}
}
