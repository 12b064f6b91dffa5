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

package sc.fiji.rewardanalysis.ui.pareto;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jfree.chart.ChartPanel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.event.OverlayChangeListener;
import org.jfree.chart.panel.Overlay;
import org.jfree.chart.plot.XYPlot;

import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.imagej.AtomOverlay;
import sc.fiji.rewardanalysis.plot.ParetoAxes;
import sc.fiji.rewardanalysis.plot.ParetoPlot;

/**
 * The Pareto plot: a click chooses the nearest solution, or the next of those at the same
 * point, hovering tells what an evaluation is, the wheel zooms, Ctrl and dragging move, a
 * double click shows all again. The chosen one's ring is drawn over the chart, so that it
 * moves at once.
 */
final class ParetoPanel extends ChartPanel implements Session.Listener<Found>, Selection.Listener {

	private static final long serialVersionUID = 1L;

	/** Diameter of the chosen one's ring, px. */
	private static final double RING = 15;

	/** So near to a point, in px, its tool tip is shown. */
	private static final double NEAR = 9;

	private final transient Session<?> session;
	private final transient Study study;
	private final transient List<Evaluation> drawn;
	private final transient EvaluationData data;
	private final transient Ties ties;

	ParetoPanel(final Session<?> session, final EvaluationData data) {
		super(chart(session), false, false, false, false, true);
		this.session = session;
		this.data = data;
		study = session.solutions().study();
		drawn = study.evaluations().stream().filter(e -> Double.isFinite(ParetoAxes.x(e)) &&
			Double.isFinite(ParetoAxes.y(e))).toList();
		ties = new Ties(drawn);
		setPreferredSize(new Dimension(900, 440));
		setMinimumDrawWidth(300);
		setMinimumDrawHeight(200);
		setMaximumDrawWidth(10_000);
		setMaximumDrawHeight(10_000);
		// Dragging would zoom; a click that moves a little should choose.
		setMouseZoomable(false);
		setMouseWheelEnabled(true);
		setPopupMenu(null);
		setFocusable(true);
		addOverlay(new Ring());
		addMouseListener(new Choose());
		session.addListener(this);
		session.selection().addListener(this);
	}

	private static JFreeChart chart(final Session<?> session) {
		final Solutions<?> solutions = session.solutions();
		return ParetoPlot.chart(solutions.study(), null, solutions.picks(), session.found().headline());
	}

	@Override
	public void evaluationChosen(final Evaluation evaluation) {
		repaint();
	}

	@Override
	public void found(final Found found) {
		ParetoPlot.describe(getChart(), study, found.headline());
	}

	/** Where an evaluation is drawn, px of the panel. */
	Point2D place(final Evaluation e) {
		final XYPlot plot = getChart().getXYPlot();
		final Rectangle2D area = getScreenDataArea();
		return new Point2D.Double(plot.getDomainAxis().valueToJava2D(ParetoAxes.x(e), area, plot
			.getDomainAxisEdge()), plot.getRangeAxis().valueToJava2D(ParetoAxes.y(e), area, plot
				.getRangeAxisEdge()));
	}

	/** Of several at one place the one that is on the front, or came first. */
	private Optional<Evaluation> nearest(final MouseEvent at, final Predicate<Evaluation> which) {
		return drawn.stream().filter(which).min(Comparator.comparingDouble(e -> place(e).distance(at
			.getPoint())));
	}

	@Override
	public String getToolTipText(final MouseEvent at) {
		return nearest(at, e -> true).filter(e -> isNear(e, at)).map(this::chosenOr).map(e -> data.html(
			e, ties.inWords(e))).orElse(null);
	}

	/** Beside the pointer, wherever the look and feel would put it. */
	@Override
	public Point getToolTipLocation(final MouseEvent at) {
		return new Point(at.getX() + 18, at.getY() + 10);
	}

	private boolean isNear(final Evaluation e, final MouseEvent at) {
		return place(e).distance(at.getPoint()) <= NEAR;
	}

	/** The chosen one if it is at the same point. */
	private Evaluation chosenOr(final Evaluation e) {
		final Evaluation chosen = session.selection().evaluation();
		return ties.are(e, chosen) ? chosen : e;
	}

	/** One after the other of those at a point. */
	private void choose(final Evaluation e) {
		final Evaluation chosen = session.selection().evaluation();
		session.selection().choose(ties.are(e, chosen) ? ties.next(chosen) : e);
	}

	private final class Choose extends MouseAdapter {

		@Override
		public void mouseClicked(final MouseEvent e) {
			if (e.getButton() != MouseEvent.BUTTON1) return;
			requestFocusInWindow();
			final Optional<Evaluation> nearest = nearest(e, Evaluation::feasible);
			// Who clicks through many at one point quickly doesn't want the view changed.
			final boolean through = nearest.filter(n -> isNear(n, e) && ties.of(n).size() > 1).isPresent();
			if (e.getClickCount() == 1 || through) nearest.ifPresent(ParetoPanel.this::choose);
			else if (e.getClickCount() == 2) ParetoPlot.reset(getChart(), study);
		}
	}

	private final class Ring implements Overlay {

		@Override
		public void paintOverlay(final Graphics2D g, final ChartPanel panel) {
			final Evaluation chosen = session.selection().evaluation();
			if (!drawn.contains(chosen)) return;
			final Point2D place = place(chosen);
			final Rectangle2D area = getScreenDataArea();
			if (!area.contains(place)) return;
			final Graphics2D own = (Graphics2D) g.create();
			own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			final Color ring = AtomOverlay.ERROR;
			own.setColor(ring);
			own.setStroke(new BasicStroke(2.5f));
			own.draw(new Ellipse2D.Double(place.getX() - RING / 2, place.getY() - RING / 2, RING, RING));
			own.dispose();
		}

		@Override
		public void addChangeListener(final OverlayChangeListener listener) {
			// It changes with the selection only, which repaints the panel.
		}

		@Override
		public void removeChangeListener(final OverlayChangeListener listener) {
			// None was added.
		}
	}
}
