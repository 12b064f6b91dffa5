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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JSlider;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

import org.jfree.chart.ChartPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.module.Module;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.command.run.Insides;
import sc.fiji.rewardanalysis.command.run.Previewed;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.detect.Contrast;
import sc.fiji.rewardanalysis.core.detect.LogParameters;
import sc.fiji.rewardanalysis.core.detect.Normalization;
import sc.fiji.rewardanalysis.core.detect.Preparation;
import sc.fiji.rewardanalysis.core.refine.FitOptions;
import sc.fiji.rewardanalysis.core.refine.Refinement;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomDetection;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;

/** The dialogs, opened on an image and driven as a user does. */
@NeedsDisplay
class DialogTest {

	private final Context context = Commands.context();
	private final ImagePlus image = CommandImages.ybco();
	private final Overlay former = new Overlay(new Roi(3, 3, 20, 20));
	private Module module;
	private CompletableFuture<Boolean> answer;
	private JDialog dialog;

	@BeforeEach
	void show() {
		image.setOverlay(former);
	}

	@AfterEach
	void close() throws Exception {
		if (dialog != null && dialog.isShowing()) press("cancel");
		context.close();
		image.changes = false;
		SwingUtilities.invokeAndWait(image::close);
	}

	private void open(final Class<? extends Command> command) throws Exception {
		final CommandInfo info = Commands.all(context).stream().filter(c -> c.getDelegateClassName()
			.equals(command.getName())).findFirst().orElseThrow();
		module = info.createModule();
		final ImagePlus taken = module.getInfo().getInput("image") == null ? null : image;
		if (taken != null) module.setInput("image", taken);
		answer = CompletableFuture.supplyAsync(() -> Insides.fill(module, (Previewed) module
			.getDelegateObject(), taken));
		await("the dialog", () -> {
			dialog = Arrays.stream(Window.getWindows()).filter(w -> w instanceof final JDialog d && d
				.isShowing() && info.getMenuPath().getLeaf().getName().startsWith(d.getTitle())).map(
					JDialog.class::cast).findFirst().orElse(null);
			return dialog != null;
		});
	}

	private static void await(final String what, final BooleanSupplier condition) throws Exception {
		final boolean[] met = new boolean[1];
		for (int i = 0; i < 500 && !met[0]; i++) {
			Thread.sleep(20);
			SwingUtilities.invokeAndWait(() -> met[0] = condition.getAsBoolean());
		}
		assertTrue(met[0], "waited in vain for " + what);
	}

	private Stream<Component> parts(final Container container) {
		return Arrays.stream(container.getComponents()).flatMap(c -> Stream.concat(Stream.of(c),
			c instanceof final Container inner ? parts(inner) : Stream.empty()));
	}

	private <T extends Component> T part(final Class<T> type, final String name) {
		return find(type, name).orElseThrow(() -> new AssertionError(name));
	}

	private <T extends Component> Optional<T> find(final Class<T> type, final String name) {
		return parts(dialog).filter(c -> type.isInstance(c) && (name.isEmpty() || name.equals(c
			.getName()))).map(type::cast).findFirst();
	}

	private String fact(final String name) {
		return find(JLabel.class, "fact." + name).map(JLabel::getText).orElse("");
	}

	private void press(final String button) throws Exception {
		SwingUtilities.invokeAndWait(() -> part(JButton.class, button).doClick());
	}

	private void write(final String input, final String text) throws Exception {
		SwingUtilities.invokeAndWait(() -> part(JTextComponent.class, input).setText(text));
	}

	private void choose(final String input, final String value) throws Exception {
		SwingUtilities.invokeAndWait(() -> part(JComboBox.class, input).setSelectedItem(value));
	}

	private String message() {
		return part(JTextComponent.class, "message").getText();
	}

	private boolean isOk() {
		return part(JButton.class, "ok").isEnabled();
	}

	private boolean answered() throws Exception {
		return answer.get(60, TimeUnit.SECONDS);
	}

	@Test
	void whatIsExpectedFollowsCrystalPixelSizeAndSelection() throws Exception {
		open(OptimizeAtomFinding.class);
		await("columns", () -> fact("Expected columns").startsWith("36."));
		assertTrue(fact("Analysed").contains("Whole image 128 × 128"), fact("Analysed"));
		assertTrue(fact("DS").contains("0.822 nm = 54.8"), fact("DS"));
		assertTrue(dialog.getHeight() <= 700);
		choose("lattice", "SrTiO3-001");
		await("strontium titanate", () -> fact("Nearest columns").startsWith("0.276 nm"));
		write("pixel_size", "0.02");
		await("another pixel size", () -> fact("Pixel size").startsWith("0.02 nm"));
		assertTrue(message().contains("0.015"), message());
		image.setRoi(10, 10, 100, 90);
		await("the selection", () -> fact("Analysed").equals("Selection 100 × 90 px"));
		press("reset");
		await("the calibration", () -> fact("Pixel size").startsWith("0.015 nm, from the image"));
	}

	@Test
	void whatCantBeIsRefusedInPlace() throws Exception {
		image.getCalibration().setUnit("1/nm");
		open(OptimizeAtomFinding.class);
		await("the reason", () -> !isOk() && message().contains("1/nm") && message().contains(
			"“Pixel size”"));
		write("pixel_size", "0,015");
		await("a comma will do", this::isOk);
		write("evaluations", "many");
		await("a number", () -> !isOk() && message().contains("Evaluations") && message().contains(
			"many"));
		write("evaluations", "0");
		await("a bound", () -> !isOk() && message().contains("at least 1"));
		write("evaluations", "20");
		await("all is well", this::isOk);
		image.setRoi(10, 10, 20, 20);
		await("too small a selection", () -> !isOk());
		SwingUtilities.invokeAndWait(image::deleteRoi);
		await("all of the image", this::isOk);
	}

	@Test
	void thePreviewShowsTheAtomsAndGivesTheOverlayBack() throws Exception {
		open(FindAtoms.class);
		write("min_sigma", "3");
		write("max_sigma", "5");
		write("threshold", "0.03");
		final AtomDetection detection = new FindAtomsOf(0.03).detection();
		final int expected = detection.find(AnalysedImage.of(image)
			.pixels(), Area.image(128, 128),
			Progress.NONE).atoms().blobs().size();
		await("the atoms", () -> AtomOverlay.count(image) == expected);
		final Blob atom = detection.find(AnalysedImage.of(image).pixels(),
			Area.image(128, 128), Progress.NONE)
			.atoms().blobs().get(0);
		assertTrue(blueAbove(atom) > 60, "the image is grey, a circle's top is blue: " + blueAbove(atom));
		write("threshold", "0.2");
		await("fewer atoms", () -> AtomOverlay.count(image) < expected / 2);
		final int few = AtomOverlay.count(image);
		SwingUtilities.invokeAndWait(() -> part(JSlider.class, "").setValue(100));
		await("more atoms", () -> AtomOverlay.count(image) > few && !part(JTextComponent.class,
			"threshold").getText().equals("0.2"));
		final ChartPanel chart = part(ChartPanel.class, "");
		assertFalse(chart.isDomainZoomable() || chart.isRangeZoomable(), "dragging sets the threshold");
		press("cancel");
		assertFalse(answered());
		assertSame(former, image.getOverlay());
		assertEquals(1, former.size());
	}

	/** How much bluer than red the image is at the top of an atom's circle. */
	private int blueAbove(final Blob atom) {
		final BufferedImage drawn = image.flatten().getBufferedImage();
		final int x = (int) Math.round(atom.x()), y = (int) Math.round(atom.y() - Math.sqrt(2) * atom
			.sigma());
		int blue = 0;
		for (int dy = -1; dy <= 1; dy++) {
			final Color colour = new Color(drawn.getRGB(x, y + dy));
			blue = Math.max(blue, colour.getBlue() - colour.getRed());
		}
		return blue;
	}

	/** The detection that the dialog shows. */
	private record FindAtomsOf(double threshold) {

		AtomDetection detection() {
			return new AtomDetection(Preparation.of(
				Contrast.BRIGHT),
				Normalization.MIN_MAX,
				new LogParameters(3, 5, 10, threshold, 0.5),
				Refinement.NONE,
				new FitOptions(false, true));
		}
	}

	@Test
	void valuesThatSuitTheCrystalAreSuggested() throws Exception {
		open(FindAtoms.class);
		await("a preview", () -> AtomOverlay.count(image) > 0);
		choose("crystal", "YBa2Cu3O7-100");
		await("what is expected", () -> fact("Expected columns").startsWith("36."));
		press("suggest");
		await("suggested values", () -> part(JTextComponent.class, "min_sigma").getText().startsWith(
			"3.2") && parts(dialog).anyMatch(c -> c instanceof final JLabel l && l.getText() != null && l
				.getText().endsWith("counted: possible")));
		press("ok");
		assertTrue(answered());
		assertEquals(3.21, (double) module.getInput("min_sigma"), 0.01);
		assertTrue(module.isInputResolved("threshold"));
		assertNull(module.getInfo().getInput("crystal"), "it is no input");
	}

	@Test
	void valuesLandInTheModule() throws Exception {
		open(OptimizeAtomFinding.class);
		await("the preview", () -> AtomOverlay.count(image) > 0);
		choose("lattice", "Fe-100");
		write("pixel_size", "0.012");
		write("seed", "9007199254740993");
		write("threshold_low", "0.1");
		write("threshold_high", "0.4");
		await("all is well", this::isOk);
		press("ok");
		assertTrue(answered());
		assertEquals("Fe-100", module.getInput("lattice"));
		assertEquals(0.012, module.getInput("pixel_size"));
		assertEquals(9007199254740993L, module.getInput("seed"));
		assertEquals(60, module.getInput("evaluations"));
		assertEquals(0.1, module.getInput("threshold_low"));
		assertEquals(-1.0, module.getInput("overlap_high"));
		assertEquals(new File(""), module.getInput("output_folder"));
		assertTrue(Insides.asked(module.getInfo()).stream().allMatch(i -> module
			.isInputResolved(i.getName())));
		assertSame(former, image.getOverlay());
	}

	@Test
	void aCommandWithoutAnImageAsksToo() throws Exception {
		open(SimulateImage.class);
		await("the image's size", () -> fact("Image").equals("3.84 × 3.84 nm"));
		assertTrue(find(ChartPanel.class, "").isEmpty() && fact("Analysed").isEmpty(), "there is none");
		choose("lattice", "SrTiO3-001");
		// 13.12 columns per nm².
		await("columns", () -> fact("Columns").matches("about 19[34]"));
		assertEquals("0.276 nm = 18.4 px", fact("Nearest columns"));
		write("column_sigma_max", "0.2");
		await("a warning", () -> isOk() && message().contains("merge"));
		write("column_sigma_max", "0.01");
		await("a refusal", () -> !isOk() && message().contains("“Largest column sigma”"));
		write("column_sigma_max", "0.05");
		write("width", "300");
		await("another size", () -> isOk() && fact("Image").startsWith("4.5 × 3.84"));
		press("ok");
		assertTrue(answered());
		assertEquals(300, module.getInput("width"));
		assertEquals(0.05, module.getInput("column_sigma_max"));
	}

	/** A threshold is drawn at once; what is said of the pixel size stays. */
	@Test
	void aWarningStaysWhileTheThresholdMoves() throws Exception {
		image.getCalibration().setUnit("1/nm");
		open(FindAtoms.class);
		choose("crystal", "YBa2Cu3O7-100");
		await("the warning", () -> message().contains("1/nm") && AtomOverlay.count(image) > 0);
		final int before = AtomOverlay.count(image);
		write("threshold", "0.2");
		await("fewer atoms", () -> AtomOverlay.count(image) < before);
		assertTrue(message().contains("1/nm"), message());
	}

	@Test
	void aClosedImageEndsTheQuestion() throws Exception {
		image.show();
		open(FindAtoms.class);
		image.changes = false;
		SwingUtilities.invokeAndWait(image::close);
		assertFalse(answered());
		assertFalse(dialog.isDisplayable());
	}
}
