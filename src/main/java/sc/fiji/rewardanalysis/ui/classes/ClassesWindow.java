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

package sc.fiji.rewardanalysis.ui.classes;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;
import sc.fiji.rewardanalysis.core.workflow.classes.ClassificationPass;
import sc.fiji.rewardanalysis.imagej.Display;
import sc.fiji.rewardanalysis.plot.ClassPlots;
import sc.fiji.rewardanalysis.plot.ModelSelectionPlot;
import sc.fiji.rewardanalysis.ui.Background;
import sc.fiji.rewardanalysis.ui.ChartTab;
import sc.fiji.rewardanalysis.ui.Icons;
import sc.fiji.rewardanalysis.ui.RunPanel;
import sc.fiji.rewardanalysis.ui.WindowPlaces;

/**
 * Classes of atoms: what each looks like and is called, why there are so many, and where its
 * atoms lie in the plane of the principal components. A name that is edited becomes that of
 * the atoms on the image, in the table and in the run's files.
 */
public final class ClassesWindow {

	private final Classes classes;
	private final JFrame frame;
	private final JTabbedPane tabs = new JTabbedPane();
	private final NamesTab names;
	private final Background drawing = new Background("Reward Analysis charts");
	private final RunPanel south;

	/** Charts that carry names, and what makes them. */
	private final Map<ChartTab, Function<AtomClassification, JFreeChart>> charts =
		new LinkedHashMap<>();
	private AtomClassification found;

	private ClassesWindow(final String title, final Classes classes,
		final AtomClassification found)
	{
		this.classes = classes;
		this.found = found;
		frame = new JFrame(title);
		names = new NamesTab(found, this::rename);
		south = new RunPanel(frame, "classify-atoms", new RunPanel.Run(classes.folder(), "atoms.csv",
			"these names", classes.macro(),
			"Edited names aren't in it: give the saved classes.csv as names_file.", this::writing));
		build();
	}

	/**
	 * Opens the window, from any thread.
	 *
	 * @param place asked for on the event thread; without one it goes beside the image
	 */
	public static void open(final String title, final Classes classes,
		final AtomClassification found, final Supplier<Optional<Point>> place)
	{
		SwingUtilities.invokeLater(() -> show(title, classes, found, place));
	}

	/** On the event thread. */
	static ClassesWindow show(final String title, final Classes classes,
		final AtomClassification found, final Supplier<Optional<Point>> place)
	{
		final ClassesWindow window = new ClassesWindow(title, classes, found);
		WindowPlaces.put(window.frame, place, classes.image().getWindow());
		window.frame.setVisible(true);
		return window;
	}

	private void build() {
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		Icons.put(frame);
		final JScrollPane patches = new JScrollPane(names, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
			JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		patches.setBorder(null);
		patches.getViewport().setBackground(Color.WHITE);
		tabs.addTab("Classes", patches);
		final boolean two = found.second() != null;
		addCharts(found.first(), two ? ", first pass" : "");
		if (two) addCharts(found.second(), ", second pass");
		for (int i = 0; i < tabs.getTabCount(); i++)
			tabs.setMnemonicAt(i, KeyEvent.VK_1 + i);
		tabs.setPreferredSize(new Dimension(Math.max(760, tabs.getPreferredSize().width), 440));
		frame.add(tabs, BorderLayout.CENTER);
		south.tell(classes.summary(found));
		frame.add(south, BorderLayout.SOUTH);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				charts.keySet().forEach(ChartTab::close);
				drawing.close();
			}
		});
		frame.pack();
		frame.setMinimumSize(new Dimension(520, 460));
		south.say("Edit a name and press Enter; it is that of the atoms then.", false);
	}

	private void addCharts(final ClassificationPass pass, final String which) {
		if (pass.selection() != null) tabs.addTab("Number" + which, chart(now -> ModelSelectionPlot.chart(
			pass.selection())));
		if (ClassPlots.hasPlane(pass)) tabs.addTab("Scores" + which, chart(now -> ClassPlots.scores(now,
			now.second() != null && pass.order() == now.second().order() ? now.second() : now.first())));
	}

	private ChartTab chart(final Function<AtomClassification, JFreeChart> made) {
		final AtomClassification now = found;
		final ChartTab tab = new ChartTab(drawing, () -> made.apply(now));
		charts.put(tab, made);
		return tab;
	}

	/** On the event thread. */
	private void rename(final List<String> now) {
		try {
			found = found.named(now);
		}
		catch (final RewardAnalysisException exc) {
			names.show(found.names());
			south.say(exc.getMessage(), true);
			return;
		}
		names.show(found.names());
		south.tell(classes.summary(found));
		final AtomClassification named = found;
		charts.forEach((tab, made) -> tab.show(() -> made.apply(named)));
		final boolean isGone = Display.isGone(classes.image());
		if (!isGone) classes.show(named);
		if (classes.folder() != null) south.write(classes.folder());
		else south.say(isGone ? "The image was closed; Save… keeps the names."
			: "The atoms on the image and in the table have these names; Save… keeps them.", false);
	}

	/** The run as it is named now. */
	private Runnable writing(final Path folder) {
		final AtomClassification named = found;
		return () -> classes.save(named, folder, Progress.NONE);
	}

	/** Asks somebody else than the user where to save. */
	void setChooser(final Supplier<Path> other) {
		south.setChooser(other);
	}

	JFrame frame() {
		return frame;
	}

	JButton saveButton() {
		return south.saveButton();
	}

	NamesTab names() {
		return names;
	}

	String status() {
		return south.status();
	}

	JTabbedPane tabs() {
		return tabs;
	}
}
