package sc.fiji.rewardanalysis.plot;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

import sc.fiji.rewardanalysis.core.optimize.Parameter;

/**
 * The axis of a parameter: positions go from 0 to 1, labels are the parameter's values,
 * so that logarithms, whole numbers and names need no charts of their own.
 */
final class UnitAxis extends NumberAxis {

	private static final long serialVersionUID = 1L;

	/** Pixels that a label needs at least. */
	private static final int WIDE = 36, HIGH = 30;

	private final transient Parameter parameter;

	UnitAxis(final Parameter parameter) {
		super(Labels.of(parameter));
		this.parameter = parameter;
		setRange(0, 1);
		Style.font(this, Style.FONT);
		setTickLabelFont(Style.SMALL);
	}

	@Override
	public List<NumberTick> refreshTicks(final Graphics2D g, final AxisState state,
		final Rectangle2D area, final RectangleEdge edge)
	{
		final boolean horizontal = RectangleEdge.isTopOrBottom(edge);
		final double length = horizontal ? area.getWidth() : area.getHeight();
		final List<Ticks.Tick> ticks = Ticks.of(parameter, (int) Math.max(2, length / (horizontal ? WIDE
			: HIGH)));
		final double room = horizontal && parameter.isCategorical() ? length / ticks.size() - 4
			: Double.POSITIVE_INFINITY;
		final TextAnchor anchor = horizontal ? edge == RectangleEdge.TOP ? TextAnchor.BOTTOM_CENTER
			: TextAnchor.TOP_CENTER : edge == RectangleEdge.RIGHT ? TextAnchor.CENTER_LEFT
				: TextAnchor.CENTER_RIGHT;
		final List<NumberTick> shown = new ArrayList<>();
		for (final Ticks.Tick tick : ticks)
			shown.add(new NumberTick(tick.position(), Labels.shortened(tick.label(), g.getFontMetrics(
				getTickLabelFont()), room), anchor, TextAnchor.CENTER, 0));
		return shown;
	}

	/** Below, a label that is wider than the axis takes several rows. */
	@Override
	protected AxisState drawLabel(final String label, final Graphics2D g, final Rectangle2D area,
		final Rectangle2D data, final RectangleEdge edge, final AxisState state)
	{
		if (edge != RectangleEdge.BOTTOM) return super.drawLabel(label, g, area, data, edge, state);
		g.setFont(getLabelFont());
		g.setPaint(getLabelPaint());
		final FontMetrics metrics = g.getFontMetrics();
		state.cursorDown(getLabelInsets().getTop());
		for (final String row : Labels.wrapped(label, metrics, data.getWidth())) {
			g.drawString(row, (float) (data.getCenterX() - 0.5 * metrics.stringWidth(row)), (float) (state
				.getCursor() + metrics.getAscent()));
			state.cursorDown(metrics.getHeight());
		}
		state.cursorDown(getLabelInsets().getBottom());
		return state;
	}
}
