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

import java.lang.reflect.Field;
import java.util.Map;

import ij.ImagePlus;
import ij.WindowManager;

/**
 * The current image, of which ImageJ lets each thread have its own: that of the macro which has
 * selected it, or of the script which called {@code IJ.run(image, command, options)}.
 */
public final class CurrentImage {

	private CurrentImage() {}

	/**
	 * Makes the current image of another thread that of this one, which may have an older one. If
	 * that has none of its own, it's the image that was activated last.
	 */
	public static void take(final Thread other) {
		WindowManager.setTempCurrentImage(of(other));
	}

	/** ImageJ tells a thread only of its own. Null if it has none. */
	private static ImagePlus of(final Thread thread) {
		try {
			final Field table = WindowManager.class.getDeclaredField("tempImageTable");
			table.setAccessible(true);
			return table.get(null) instanceof final Map<?, ?> images && images.get(
				thread) instanceof final ImagePlus image ? image : null;
		}
		catch (final ReflectiveOperationException | RuntimeException exc) {
			// Of another ImageJ; the image that was activated last is nearly always the same.
			return null;
		}
	}
}
