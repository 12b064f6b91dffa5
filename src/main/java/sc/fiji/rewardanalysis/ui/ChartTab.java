package sc.fiji.rewardanalysis.ui;

import java.awt.Dimension;
import java.util.function.Supplier;

import org.jfree.chart.JFreeChart;

import sc.fiji.rewardanalysis.plot.Charts;

/** A chart. */
public final class ChartTab extends DrawnPanel {

	private static final long serialVersionUID = 1L;

	private final transient Background latest;
	private transient Supplier<JFreeChart> chart;
	private Dimension drawn = new Dimension();

	/**
	 * @param latest where it is drawn
	 * @param chart makes it, in the background
	 */
	public ChartTab(final Background latest, final Supplier<JFreeChart> chart) {
		this.latest = latest;
		this.chart = chart;
	}

	/** Shows another one. */
	public void show(final Supplier<JFreeChart> other) {
		chart = other;
		drawn = new Dimension();
		refresh();
	}

	@Override
	protected void refresh() {
		final Dimension size = getSize();
		if (!isSeen() || size.equals(drawn)) return;
		drawn = size;
		final double scale = scale();
		final Supplier<JFreeChart> now = chart;
		latest.run(progress -> Charts.image(now.get(), size, scale), image -> show(image, ""),
			reason -> show(null, reason));
	}
}
