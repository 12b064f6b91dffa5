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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javax.swing.JTextArea;

import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.Progress;

/** The image is closed and the search cancelled while it runs: what there is can be used. */
@NeedsDisplay
class ParetoAfterCancelTest extends ParetoWindowFixture {

	private volatile boolean canceled;

	ParetoAfterCancelTest() {
		super(false);
	}

	@Override
	Progress progress() {
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				if (fraction < 0.5 || canceled) return;
				canceled = true;
				image.changes = false;
				image.close();
			}

			@Override
			public boolean isCanceled() {
				return canceled;
			}
		};
	}

	private String said() {
		return component(JTextArea.class, t -> t.getRows() == 2).getText();
	}

	@Test
	void whatIsUsedIsRefinedAndTheMissingImageIsSaid() throws Exception {
		assertTrue(summary().contains("as detected, to the pixel"), summary());
		assertFalse(button("Edit points").isEnabled());
		assertFalse(button("Neighbours").isEnabled());
		assertEquals("The image was closed.", button("Edit points").getToolTipText());
		assertTrue(said().contains("not refined"), said());
		press("Use this");
		await(() -> said().startsWith("The image was closed, so there are no circles"));
		assertFalse(summary().contains("as detected, to the pixel"), summary());
		assertTrue(window.isShowing());
	}
}
