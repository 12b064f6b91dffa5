package sc.fiji.rewardanalysis.ui.live;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;

import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;

/** The Pareto plot of a search that goes on, and a line of words. For the event thread. */
final class LivePanel extends JPanel {

	private static final long serialVersionUID = 1L;

	private final ChartPanel panel = new ChartPanel(null);
	private final JLabel words = new JLabel(" ");

	LivePanel() {
		super(new BorderLayout(4, 4));
		panel.setPreferredSize(new Dimension(760, 480));
		panel.setMinimumDrawWidth(0);
		panel.setMinimumDrawHeight(0);
		panel.setMaximumDrawWidth(Integer.MAX_VALUE);
		panel.setMaximumDrawHeight(Integer.MAX_VALUE);
		panel.setMouseZoomable(false);
		panel.setPopupMenu(null);
		panel.setBackground(Color.WHITE);
		words.setBorder(BorderFactory.createEmptyBorder(0, 4, 4, 4));
		add(panel, BorderLayout.CENTER);
		add(words, BorderLayout.SOUTH);
	}

	void show(final JFreeChart chart) {
		panel.setChart(chart);
	}

	void say(final String text) {
		words.setText(text);
	}
}
