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

package sc.fiji.rewardanalysis.ui.dialog;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomPreview;
import sc.fiji.rewardanalysis.imagej.PreviewOverlay;

/**
 * What follows from the values in a dialog.
 *
 * @param facts what the user may want to know
 * @param warning what is no error but should be known; empty if nothing
 * @param physics what is expected; null if that isn't known
 * @param preview what would be found; null if it wasn't asked for
 * @param means which parameters the preview shows; empty for those of the dialog
 * @param drawing a preview of something else; null likewise
 */
public record Outlook(List<Fact> facts, String warning, AtomPhysics physics, AtomPreview preview,
	String means, Drawing drawing)
{

	/** The text of a line that only a preview tells. */
	public static final String PENDING = "…";

	/** Without a drawing. */
	public Outlook(final List<Fact> facts, final String warning, final AtomPhysics physics,
		final AtomPreview preview, final String means)
	{
		this(facts, warning, physics, preview, means, null);
	}

	/**
	 * What a preview of something else than atoms shows.
	 *
	 * @param show shows it on the image, called on the event thread
	 * @param found it in a few words
	 * @param picture of it, beside the inputs
	 */
	public record Drawing(Consumer<PreviewOverlay> show, String found, BufferedImage picture) {}

	/**
	 * A line of what follows.
	 *
	 * @param name what it is
	 * @param text its value with the unit
	 * @param tip what it means
	 */
	public record Fact(String name, String text, String tip) {}

	public Outlook {
		facts = List.copyOf(facts);
	}
}
