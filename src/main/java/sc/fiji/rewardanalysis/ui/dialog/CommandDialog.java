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

import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.swing.SwingUtilities;
import javax.swing.Timer;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;

import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomPreview;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.imagej.ImageWatcher;
import sc.fiji.rewardanalysis.imagej.PreviewOverlay;
import sc.fiji.rewardanalysis.ui.Background;
import sc.fiji.rewardanalysis.ui.Guide;

/**
 * Asks for a command's inputs while the image, if it needs one, can still be zoomed and its
 * selection changed. What follows from the values is told as they change; a value with which the
 * command can't run is refused in place.
 */
public final class CommandDialog {

	/** Milliseconds without another change after which the values are looked at. */
	private static final int REST = 150;

	/** Larger images have a preview only if it is asked for. */
	private static final long AT_ONCE = 1L << 22;

	private final Form form;
	private final ImagePlus image;
	private final Subject subject;
	private final Background latest = new Background("Reward Analysis preview");
	private final Timer rested = new Timer(REST, e -> compute());
	private final Timer busy = new Timer(2 * REST, e -> busy());
	private final CountDownLatch closed = new CountDownLatch(1);
	private final PreviewOverlay overlay;
	private final ImageWatcher watcher;
	private final FormPanel panel;
	private final PreviewPanel preview;
	private final DialogWindow window;

	/** What was computed last, if it still holds but for the threshold. */
	private Result shown;
	private double threshold;

	/** The threshold that a preview began with last, if it has one of its own. */
	private double suggested = Double.NaN;
	private Calibration calibration;

	/** Whether something newer than what is shown is being computed. */
	private boolean pending;
	private boolean drawing;
	private Map<String, Object> answer;

	/** What follows from the values, and of which part of the image. */
	private record Result(AnalysedImage analysed, Outlook outlook) {}

	private CommandDialog(final Form form, final List<Input> inputs, final ImagePlus image,
		final Subject subject, final boolean modal)
	{
		this.form = form;
		this.image = image;
		this.subject = subject;
		rested.setRepeats(false);
		busy.setRepeats(false);
		overlay = image == null ? null : new PreviewOverlay(image);
		preview = new PreviewPanel(image != null && (long) image.getWidth() * image.getHeight() <= AT_ONCE,
			this::refresh, this::choose);
		panel = new FormPanel(form, inputs.stream().collect(Collectors.toMap(Input::name, Function
			.identity())), this::changed);
		window = new DialogWindow(form, panel, image == null || !form.previewed() ? null : preview,
			image == null ? null : image.getWindow(), modal);
		window.ok().addActionListener(e -> accept());
		window.cancel().addActionListener(e -> close());
		window.reset().addActionListener(e -> panel.reset());
		window.help().addActionListener(e -> help());
		window.suggest().addActionListener(e -> suggest());
		window.dialog().addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent e) {
				close();
			}

			@Override
			public void windowActivated(final WindowEvent e) {
				// The calibration may have been set, of which nobody tells.
				if (image != null && !image.getCalibration().equals(calibration)) refresh();
			}
		});
		watcher = image == null ? null : new ImageWatcher(image, this::refresh, this::close);
		refresh();
	}

	/**
	 * Shows the dialog and waits for the answer, on any thread. On the event thread the
	 * image can't be reached meanwhile.
	 *
	 * @param inputs all that the form names
	 * @param image null for a command that takes none; there is no preview then
	 * @return the values of the inputs, by name; empty if the user cancelled
	 */
	public static Optional<Map<String, Object>> ask(final Form form, final List<Input> inputs,
		final ImagePlus image, final Subject subject)
	{
		if (SwingUtilities.isEventDispatchThread()) {
			final CommandDialog dialog = new CommandDialog(form, inputs, image, subject, true);
			dialog.window.open();
			dialog.close();
			return Optional.ofNullable(dialog.answer);
		}
		final CommandDialog[] dialog = new CommandDialog[1];
		try {
			SwingUtilities.invokeAndWait(() -> {
				dialog[0] = new CommandDialog(form, inputs, image, subject, false);
				dialog[0].window.open();
			});
			dialog[0].closed.await();
			return Optional.ofNullable(dialog[0].answer);
		}
		catch (final InterruptedException exc) {
			if (dialog[0] != null) SwingUtilities.invokeLater(dialog[0]::close);
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
		catch (final InvocationTargetException exc) {
			throw new IllegalStateException(exc.getCause());
		}
	}

	private void changed(final String name) {
		// The panel is made before the window.
		if (window == null) return;
		if (!name.isEmpty() && name.equals(form.threshold()) && panel.problem().isEmpty() && hasPreview()) {
			final double value = ((Number) panel.values().get(name)).doubleValue();
			if (value >= shown.outlook.preview().curve().floor()) {
				threshold = value;
				// What was said of image and crystal still holds.
				window.say(shown.outlook.warning(), false);
				window.ok().setEnabled(true);
				draw();
				return;
			}
		}
		refresh();
	}

	private boolean hasPreview() {
		return shown != null && shown.outlook.preview() != null && !pending;
	}

	/** Looks at the values anew, as soon as they rest. */
	private void refresh() {
		if (closed.getCount() == 0) return;
		latest.cancel();
		busy.stop();
		pending = true;
		if (image != null) window.area(ImageWatcher.describe(image));
		// While somebody writes, a field may be empty for a moment.
		if (!panel.problem().isEmpty()) window.ok().setEnabled(false);
		rested.restart();
	}

	private void compute() {
		if (!panel.problem().isEmpty()) {
			refuse(panel.problem());
			return;
		}
		final Supplier<AnalysedImage> selected = selected();
		final Map<String, Object> values = panel.values();
		latest.run(progress -> {
			final AnalysedImage analysed = selected.get();
			return new Result(analysed, subject.outlook(analysed, values, false, progress));
		}, result -> {
			tell(result.outlook);
			if (preview.isOn()) find(result.analysed, values);
			else show(result);
		}, this::refuse);
	}

	/** What of the image is analysed, as it is now, to be read on another thread. */
	private Supplier<AnalysedImage> selected() {
		if (image == null) return () -> null;
		calibration = image.getCalibration().copy();
		final Roi roi = image.getRoi() == null ? null : (Roi) image.getRoi().clone();
		return () -> AnalysedImage.of(image, roi);
	}

	/** Atoms take longer than what else there is to say. */
	private void find(final AnalysedImage analysed, final Map<String, Object> values) {
		busy.restart();
		latest.run(progress -> new Result(analysed, subject.outlook(analysed, values, true, progress)),
			this::show, this::refuse);
	}

	private void busy() {
		preview.say("Looking …");
	}

	private void tell(final Outlook outlook) {
		window.say(outlook.warning(), false);
		window.ok().setEnabled(true);
		window.facts(outlook.facts().stream().filter(f -> preview.isOn() || !f.text().equals(
			Outlook.PENDING)).toList());
	}

	private void refuse(final String reason) {
		busy.stop();
		pending = false;
		shown = null;
		window.say(panel.worded(reason), true);
		window.ok().setEnabled(false);
		window.facts(null);
		preview.clear("The preview comes as soon as these values are possible.");
		restore();
	}

	private void show(final Result result) {
		busy.stop();
		pending = false;
		shown = result;
		tell(result.outlook);
		final AtomPreview found = result.outlook.preview();
		if (found == null) {
			if (result.outlook.drawing() != null) draw(result.outlook.drawing());
			else {
				preview.clear(preview.isOn() ? "" : "Tick Preview to see on the image what is found.");
				restore();
			}
			return;
		}
		final double first = found.parameters().absoluteThreshold();
		// What the user chose stays while nothing else changes.
		if (!form.threshold().isEmpty() || first != suggested) threshold = first;
		suggested = first;
		preview.show(found, threshold, result.outlook.physics(), result.outlook.means());
		draw();
	}

	private void draw(final Outlook.Drawing drawing) {
		preview.show(drawing.picture(), drawing.found());
		drawing.show().accept(overlay);
	}

	/** A threshold that was chosen on the curve. */
	private void choose(final double value) {
		if (form.threshold().isEmpty()) {
			threshold = value;
			draw();
		}
		else panel.set(Map.of(form.threshold(), value));
	}

	/** Shows the atoms above the threshold; once for all moves of the mouse that wait. */
	private void draw() {
		if (drawing) return;
		drawing = true;
		SwingUtilities.invokeLater(() -> {
			drawing = false;
			if (shown == null || shown.outlook.preview() == null || closed.getCount() == 0) return;
			final AtomPreview found = shown.outlook.preview();
			final double effective = found.effective(threshold);
			final List<Blob> atoms = found.curve().atoms(effective);
			overlay.show(shown.analysed, atoms);
			preview.mark(threshold, describe(atoms.size(), found.curve().count(effective), shown.outlook
				.physics()));
		});
	}

	private static String describe(final int atoms, final int counted, final AtomPhysics physics) {
		final String all = atoms == 1 ? "1 atom" : String.format(Locale.ROOT, "%d atoms", atoms);
		if (physics == null) return all;
		return String.format(Locale.ROOT, "%s, %d counted: %s", all, counted, counted < physics.low()
			? "too few" : counted > physics.high() ? "too many" : "possible");
	}

	private void suggest() {
		if (!panel.problem().isEmpty()) return;
		rested.stop();
		final Supplier<AnalysedImage> selected = selected();
		final Map<String, Object> values = panel.values();
		latest.run(progress -> subject.suggested(selected.get(), values, progress),
			panel::set, reason -> {
				window.say(panel.worded(reason), true);
				if (pending) rested.restart();
			});
	}

	private void restore() {
		if (overlay != null) overlay.restore();
	}

	private void help() {
		try {
			Guide.open(form.anchor());
		}
		catch (final RewardAnalysisException exc) {
			window.say(exc.getMessage(), false);
		}
	}

	private void accept() {
		if (!panel.problem().isEmpty()) return;
		answer = panel.inputValues();
		close();
	}

	private void close() {
		if (closed.getCount() == 0) return;
		rested.stop();
		busy.stop();
		latest.close();
		if (watcher != null) watcher.close();
		restore();
		window.dialog().dispose();
		closed.countDown();
	}
}
