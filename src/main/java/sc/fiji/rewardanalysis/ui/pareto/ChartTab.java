package sc.fiji.rewardanalysis.ui.pareto;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.image.BufferedImage;
import java.util.concurrent.ExecutionException;

import javax.swing.JPanel;
import javax.swing.SwingWorker;
import javax.swing.Timer;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.plot.StudyPlots;

/**
 * A chart of a study that is drawn on a background thread, and only while somebody looks
 * at it. Until the new picture is there the old one stays.
 */
final class ChartTab extends JPanel implements Selection.Listener {

	private static final long serialVersionUID = 1L;

	/** Milliseconds of rest after which a window's new size is worth a new picture. */
	private static final int REST = 120;

	private final transient StudyPlots plots;
	private final StudyPlots.Kind kind;
	private final Timer resized = new Timer(REST, e -> refresh());
	private transient Evaluation chosen;
	private transient Wanted wanted;
	private transient SwingWorker<BufferedImage, Void> drawing;
	private transient BufferedImage picture;
	private String message = "";

	/** What a picture shows, and its size on the screen. */
	private record Wanted(Evaluation chosen, Dimension size, double scale) {}

	ChartTab(final StudyPlots plots, final StudyPlots.Kind kind, final Selection selection) {
		this.plots = plots;
		this.kind = kind;
		chosen = selection.evaluation();
		selection.addListener(this);
		resized.setRepeats(false);
		setBackground(Color.WHITE);
		addComponentListener(new ComponentAdapter() {

			@Override
			public void componentShown(final ComponentEvent e) {
				refresh();
			}

			@Override
			public void componentResized(final ComponentEvent e) {
				if (picture == null) refresh();
				else resized.restart();
			}
		});
	}

	/** Marks another solution. */
	@Override
	public void evaluationChosen(final Evaluation evaluation) {
		chosen = evaluation;
		refresh();
	}

	/** Draws anew if what is shown is not what is wanted; the latest wins. */
	private void refresh() {
		if (!isShowing() || getWidth() == 0 || getHeight() == 0) return;
		final double scale = getGraphicsConfiguration().getDefaultTransform().getScaleX();
		final Wanted now = new Wanted(chosen, getSize(), scale);
		if (now.equals(wanted)) return;
		wanted = now;
		if (drawing != null) drawing.cancel(false);
		final String lacks = plots.lacks(kind, chosen).orElse("");
		if (!lacks.isEmpty()) {
			show(null, lacks);
			return;
		}
		if (picture == null) show(null, "One moment...");
		drawing = new SwingWorker<>() {

			@Override
			protected BufferedImage doInBackground() {
				return plots.image(kind, now.chosen, now.size, now.scale);
			}

			@Override
			protected void done() {
				if (!isCancelled()) finished(this);
			}
		};
		drawing.execute();
	}

	/** Draws nothing any more. */
	void close() {
		resized.stop();
		if (drawing != null) drawing.cancel(false);
	}

	private void finished(final SwingWorker<BufferedImage, Void> worker) {
		try {
			show(worker.get(), "");
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		catch (final ExecutionException exc) {
			show(null, "This can't be shown: " + exc.getCause().getMessage());
		}
	}

	private void show(final BufferedImage image, final String text) {
		picture = image;
		message = text;
		repaint();
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		super.paintComponent(graphics);
		final Graphics2D g = (Graphics2D) graphics;
		if (picture != null) {
			g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
				RenderingHints.VALUE_INTERPOLATION_BILINEAR);
			g.drawImage(picture, 0, 0, getWidth(), getHeight(), null);
			return;
		}
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
		g.setColor(Color.DARK_GRAY);
		g.drawString(message, Math.max(8, (getWidth() - g.getFontMetrics().stringWidth(message)) / 2),
			getHeight() / 2);
	}
}
