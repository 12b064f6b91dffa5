package sc.fiji.rewardanalysis.ui;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.image.BufferedImage;
import java.util.function.Supplier;

import javax.swing.JPanel;
import javax.swing.Timer;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.plot.Charts;

/** A chart, drawn in the background while somebody looks at it; until then the former one stays. */
public final class ChartTab extends JPanel {

	private static final long serialVersionUID = 1L;

	/** Milliseconds of rest after which a window's new size is worth a new picture. */
	private static final int REST = 120;

	private final transient Background latest;
	private final Timer resized = new Timer(REST, e -> refresh());
	private final double aspect;
	private transient Supplier<JFreeChart> chart;
	private transient BufferedImage picture;
	private Dimension drawn = new Dimension();
	private String message = "";

	/**
	 * @param latest where it is drawn
	 * @param chart makes it, in the background
	 */
	public ChartTab(final Background latest, final Supplier<JFreeChart> chart) {
		this(latest, chart, null);
	}

	/**
	 * @param latest where it is drawn
	 * @param chart makes it, in the background
	 * @param shape whose ratio of width and height is kept; null for whatever space there is
	 */
	public ChartTab(final Background latest, final Supplier<JFreeChart> chart,
		final Dimension shape)
	{
		this.latest = latest;
		this.chart = chart;
		aspect = shape == null ? Double.NaN : (double) shape.width / shape.height;
		resized.setRepeats(false);
		setBackground(Color.WHITE);
		addComponentListener(new ComponentAdapter() {

			@Override
			public void componentShown(final ComponentEvent e) {
				refresh();
			}

			@Override
			public void componentResized(final ComponentEvent e) {
				resized.restart();
			}
		});
	}

	/** Shows another one. */
	public void show(final Supplier<JFreeChart> other) {
		chart = other;
		drawn = new Dimension();
		refresh();
	}

	private void refresh() {
		final Dimension size = inside();
		if (!isShowing() || size.width == 0 || size.height == 0 || size.equals(drawn)) return;
		drawn = size;
		final double scale = getGraphicsConfiguration().getDefaultTransform().getScaleX();
		final Supplier<JFreeChart> now = chart;
		latest.run(progress -> Charts.image(now.get(), size, scale), image -> show(image, ""),
			reason -> show(null, reason));
	}

	/** As large as the chart may be. */
	private Dimension inside() {
		final Dimension size = getSize();
		if (Double.isNaN(aspect)) return size;
		return new Dimension((int) Math.min(size.width, aspect * size.height), (int) Math.min(size.height,
			size.width / aspect));
	}

	private void show(final BufferedImage image, final String text) {
		picture = image;
		message = text;
		repaint();
	}

	/** Draws nothing any more. */
	public void close() {
		resized.stop();
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		super.paintComponent(graphics);
		final Graphics2D g = (Graphics2D) graphics;
		g.setRenderingHint(RenderingHints.KEY_INTERPOLATION,
			RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		final Dimension size = inside();
		if (picture != null) g.drawImage(picture, (getWidth() - size.width) / 2, (getHeight() -
			size.height) / 2, size.width, size.height, null);
		else g.drawString(message, 12, getHeight() / 2);
	}
}
