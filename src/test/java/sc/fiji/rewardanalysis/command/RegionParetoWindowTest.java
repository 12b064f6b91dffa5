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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.JTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.AmorphousYbco;
import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.command.amorphous.OptimizeAmorphousRegions;
import sc.fiji.rewardanalysis.core.simulate.AmorphousShape;
import sc.fiji.rewardanalysis.core.simulate.SimulatedImage;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.imagej.RegionOverlay;
import sc.fiji.rewardanalysis.imagej.SimulatedImages;

/** A real search's Pareto window: its regions as rows and on the image. */
@NeedsDisplay
class RegionParetoWindowTest {

	private ImagePlus image;
	private JFrame window;

	@BeforeEach
	void open() throws Exception {
		final SimulatedImage simulated = AmorphousYbco.image(AmorphousShape.DISC);
		image = SimulatedImages.toImagePlus(simulated, "disc");
		AtomOverlay.show(AnalysedImage.of(image), AmorphousYbco.atoms(simulated), new int[0]);
		image.show();
		Commands.succeed(OptimizeAmorphousRegions.class, "image", image, "evaluations", 8, "engine",
			"sobol", "features", "geometry", "model", "mixture");
		ParetoWindowFixture.await(() -> ParetoWindowFixture.frame() != null);
		window = ParetoWindowFixture.frame();
	}

	@AfterEach
	void close() throws Exception {
		ParetoWindowFixture.onEvents(() -> {
			image.changes = false;
			image.close();
			Arrays.stream(Window.getWindows()).forEach(Window::dispose);
			return null;
		});
	}

	private static Stream<Component> all(final Container in) {
		return Arrays.stream(in.getComponents()).flatMap(c -> c instanceof final Container more ? Stream
			.concat(Stream.of(c), all(more)) : Stream.of(c));
	}

	@Test
	void regionsAreRowsAndAreasOnTheImage() throws Exception {
		final JTabbedPane tabs = ParetoWindowFixture.onEvents(() -> (JTabbedPane) all(window
			.getContentPane()).filter(JTabbedPane.class::isInstance).findFirst().orElseThrow());
		ParetoWindowFixture.onEvents(() -> {
			tabs.setSelectedIndex(tabs.indexOfTab("Regions"));
			return null;
		});
		final JTable table = (JTable) all(window.getContentPane()).filter(c -> c instanceof final JTable t && t
			.getColumnName(1).equals("area (nm²)")).findFirst().orElseThrow();
		final List<Roi> regions = RegionOverlay.rois(image);
		assertTrue(regions.size() > 0);
		assertEquals(regions.size(), ParetoWindowFixture.onEvents(() -> table.getRowCount()));
		final double area = regions.get(0).getStatistics().area * AmorphousYbco.PIXEL *
			AmorphousYbco.PIXEL;
		assertEquals(area, ParetoWindowFixture.onEvents(() -> (Double) table.getModel().getValueAt(0, 1)),
			1e-6);
		ParetoWindowFixture.onEvents(() -> {
			table.getSelectionModel().setSelectionInterval(0, 0);
			return null;
		});
		ParetoWindowFixture.await(() -> Arrays.stream(image.getOverlay().toArray()).anyMatch(
			r -> "chosen region".equals(r.getName())));
	}
}
