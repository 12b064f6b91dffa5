package sc.fiji.rewardanalysis.ui;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;
import javax.swing.WindowConstants;

import org.jfree.chart.ChartMouseEvent;
import org.jfree.chart.ChartMouseListener;
import org.jfree.chart.ChartPanel;
import org.jfree.chart.plot.XYPlot;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;
import sc.fiji.rewardanalysis.plot.ParetoPlot;
import sc.fiji.rewardanalysis.plot.StudyPlots;

/**
 * The Pareto front of a study. A click chooses the nearest solution, the left and
 * right arrow keys the neighbours on the front; the image shows its atoms at once. Further
 * tabs, Alt+1 to Alt+6, explain how the search went.
 */
public final class ParetoWindow {

	private final Study study;
	private final Function<AtomSolution, String> subtitle;
	private final Function<Evaluation, Shown> show;
	private final ChartPanel panel;
	private final List<ChartTab> tabs;
	private final JTextArea text = new JTextArea(6, 60);
	private Evaluation chosen;
	private SwingWorker<Shown, Void> pending;

	/**
	 * What was shown of a solution.
	 *
	 * @param solution its atoms
	 * @param summary what to say of it
	 */
	public record Shown(AtomSolution solution, String summary) {}

	private ParetoWindow(final Study study, final SearchReport report, final AtomSolution picked,
		final Function<AtomSolution, String> subtitle, final Function<Evaluation, Shown> show,
		final String summary)
	{
		this.study = study;
		this.subtitle = subtitle;
		this.show = show;
		this.chosen = picked.evaluation();
		panel = new ChartPanel(ParetoPlot.chart(study, chosen, subtitle.apply(picked)));
		panel.setPreferredSize(new Dimension(860, 540));
		// Dragging would zoom; a click that moves a little should choose.
		panel.setMouseZoomable(false);
		panel.addChartMouseListener(new Choose());
		final StudyPlots plots = StudyPlots.of(study, report);
		tabs = Arrays.stream(StudyPlots.Kind.values()).map(kind -> new ChartTab(plots, kind, chosen))
			.toList();
		text.setText(summary);
		text.setEditable(false);
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
		text.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
	}

	/**
	 * Opens the window, from any thread.
	 *
	 * @param report how the study went
	 * @param picked the solution to begin with
	 * @param subtitle the line above the chart
	 * @param show shows a solution on the image; called on a background thread
	 * @param summary what to say of {@code picked}
	 * @param place where the window shall be, if there is a place; asked for on the event thread
	 */
	public static void open(final String title, final Study study, final SearchReport report,
		final AtomSolution picked, final Function<AtomSolution, String> subtitle,
		final Function<Evaluation, Shown> show, final String summary,
		final Supplier<Optional<Point>> place)
	{
		SwingUtilities.invokeLater(() -> {
			final ParetoWindow window = new ParetoWindow(study, report, picked, subtitle, show, summary);
			final JFrame frame = window.frame(title);
			place.get().ifPresentOrElse(p -> Places.put(frame, p), () -> frame.setLocationByPlatform(true));
			frame.setVisible(true);
		});
	}

	private JFrame frame(final String title) {
		final JFrame frame = new JFrame(title);
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		final JTabbedPane pane = pane();
		frame.add(pane, BorderLayout.CENTER);
		frame.add(text, BorderLayout.SOUTH);
		bind(pane, KeyEvent.VK_LEFT, -1);
		bind(pane, KeyEvent.VK_RIGHT, 1);
		frame.pack();
		return frame;
	}

	private JTabbedPane pane() {
		final JTabbedPane pane = new JTabbedPane();
		pane.addTab("Pareto", panel);
		for (int i = 0; i < tabs.size(); i++)
			pane.addTab(StudyPlots.Kind.values()[i].title(), tabs.get(i));
		for (int i = 0; i < pane.getTabCount(); i++)
			pane.setMnemonicAt(i, KeyEvent.VK_1 + i);
		// With the focus it would take the arrow keys.
		pane.setFocusable(false);
		return pane;
	}

	private void bind(final JComponent pane, final int key, final int step) {
		final KeyStroke stroke = KeyStroke.getKeyStroke(key, 0);
		pane.getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(stroke, step);
		// The text would move its caret instead.
		text.getInputMap().put(stroke, "none");
		pane.getActionMap().put(step, new AbstractAction() {

			@Override
			public void actionPerformed(final ActionEvent e) {
				final List<Evaluation> front = study.front();
				final int now = front.indexOf(chosen);
				choose(front.get(Math.max(0, Math.min(front.size() - 1, now + step))));
			}
		});
	}

	/** Draws the chart anew at once, the atoms as soon as they are found: the latest wins. */
	private void choose(final Evaluation evaluation) {
		if (evaluation == chosen) return;
		chosen = evaluation;
		tabs.forEach(tab -> tab.choose(evaluation));
		if (pending != null) pending.cancel(false);
		pending = new SwingWorker<>() {

			@Override
			protected Shown doInBackground() {
				return show.apply(evaluation);
			}

			@Override
			protected void done() {
				if (!isCancelled()) finished(this);
			}
		};
		pending.execute();
	}

	private void finished(final SwingWorker<Shown, Void> worker) {
		try {
			final Shown shown = worker.get();
			panel.setChart(ParetoPlot.chart(study, chosen, subtitle.apply(shown.solution())));
			text.setText(shown.summary());
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		catch (final ExecutionException exc) {
			text.setText("This solution can't be shown: " + exc.getCause().getMessage());
		}
	}

	/** Chooses the feasible evaluation nearest to a click, on the screen. */
	private final class Choose implements ChartMouseListener {

		@Override
		public void chartMouseClicked(final ChartMouseEvent event) {
			final XYPlot plot = event.getChart().getXYPlot();
			final var area = panel.getScreenDataArea();
			final double x = event.getTrigger().getX(), y = event.getTrigger().getY();
			study.evaluations().stream().filter(Evaluation::feasible).min(Comparator
				.comparingDouble(e -> Math.hypot(plot.getDomainAxis().valueToJava2D(e.objectives()[0], area,
					plot.getDomainAxisEdge()) - x, plot.getRangeAxis().valueToJava2D(e.objectives()[1], area,
						plot.getRangeAxisEdge()) - y))).ifPresent(ParetoWindow.this::choose);
		}

		@Override
		public void chartMouseMoved(final ChartMouseEvent event) {
			// Hovering is the tool tip's business.
		}
	}
}
