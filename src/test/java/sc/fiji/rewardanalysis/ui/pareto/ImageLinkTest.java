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

package sc.fiji.rewardanalysis.ui.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import javax.swing.AbstractButton;
import javax.swing.SwingUtilities;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;

/** Editing on an image, without mouse and window. */
@NeedsDisplay
class ImageLinkTest {

	private final ImagePlus image = new ImagePlus("link", new FloatProcessor(Ybco.SIZE, Ybco.SIZE));
	private ImageCanvas canvas;
	private Session<FoundAtoms> session, other;
	private ImageLink link, otherLink;
	private AtomTools tools, otherTools;

	@BeforeEach
	void open() throws Exception {
		image.show();
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (image.getCanvas() == null || !image.getCanvas().isShowing()) {
			assertTrue(System.nanoTime() < end, "it took too long");
			Thread.sleep(10);
		}
		canvas = image.getCanvas();
		SwingUtilities.invokeAndWait(() -> {
			session = session();
			other = session();
			link = new ImageLink(session, () -> {}, () -> {});
			otherLink = new ImageLink(other, () -> {}, () -> {});
			tools = tools(session, link);
			otherTools = tools(other, otherLink);
		});
	}

	private static AtomTools tools(final Session<FoundAtoms> of, final ImageLink with) {
		return (AtomTools) of.solutions().tools(of, with);
	}

	private Session<FoundAtoms> session() {
		final FakeSolutions fake = new FakeSolutions(image);
		return new Session<>(fake, fake.found(fake.atoms(FakeSolutions.evaluation(0))),
			SwingUtilities::invokeLater);
	}

	@AfterEach
	void close() throws Exception {
		SwingUtilities.invokeAndWait(() -> {
			link.close();
			otherLink.close();
			session.close();
			other.close();
			image.changes = false;
			image.close();
		});
	}

	@Test
	void anAtomIsTakenBackWhileItIsDragged() throws Exception {
		SwingUtilities.invokeAndWait(() -> {
			final int before = tools.edits().atoms().size();
			tools.edits().edit(atoms -> atoms.add(60, 60));
			tools.drag(before, 61, 60);
			tools.edits().edit(EditedAtoms::undo);
			tools.drag(before, 62, 60);
			tools.move(before, 62, 60);
			assertEquals(before, tools.edits().atoms().size());
		});
	}

	/** The canvas has its own listeners back only when nobody edits on it. */
	@Test
	void onlyOneEditsAtATime() throws Exception {
		SwingUtilities.invokeAndWait(() -> {
			final AbstractButton edit = tools.changing().get(0);
			assertTrue(hasTools());
			edit.doClick(0);
			assertFalse(hasTools());
			assertTrue(edit.isSelected());
			otherTools.changing().get(0).doClick(0);
			assertFalse(edit.isSelected(), "it gives way");
			assertFalse(hasTools());
			link.close();
			assertFalse(hasTools(), "the other one edits");
			otherLink.close();
			assertTrue(hasTools());
		});
		assertEquals(1, Arrays.stream(canvas.getMouseListeners()).filter(l -> l == canvas).count());
		assertEquals(1, Arrays.stream(canvas.getMouseMotionListeners()).filter(l -> l == canvas).count());
	}

	private boolean hasTools() {
		return Arrays.asList(canvas.getMouseListeners()).contains(canvas);
	}
}
