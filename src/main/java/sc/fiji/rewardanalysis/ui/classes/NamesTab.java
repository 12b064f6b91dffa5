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

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ImageIcon;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;

import sc.fiji.rewardanalysis.core.ClassColours;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClass;
import sc.fiji.rewardanalysis.core.workflow.classes.AtomClassification;
import sc.fiji.rewardanalysis.plot.ClassPlots;
import sc.fiji.rewardanalysis.plot.PatchMontage;

/** The mean patch of each class, with its colour, its name to edit and how many atoms it has. */
final class NamesTab extends JPanel implements Scrollable {

	private static final long serialVersionUID = 1L;

	/** Side of a patch, px. */
	private static final int SIDE = 132;

	private static final int GAP = 14, STRIP = 8, ROW = 5;

	private final List<JTextField> fields = new ArrayList<>();
	private final transient Consumer<List<String>> renamed;
	private transient List<String> names;

	/** @param renamed hears all names when the user has changed one */
	NamesTab(final AtomClassification found, final Consumer<List<String>> renamed) {
		super(new FlowLayout(FlowLayout.CENTER, GAP, GAP));
		this.renamed = renamed;
		names = found.names();
		setBackground(Color.WHITE);
		final List<BufferedImage> pictures = PatchMontage.pictures(ClassPlots.patches(found), 2 * SIDE);
		final int all = found.classes().stream().mapToInt(AtomClass::count).sum();
		for (int c = 0; c < names.size(); c++)
			add(tile(c, pictures.get(c), found.classes().get(c), all));
	}

	private JPanel tile(final int c, final BufferedImage picture, final AtomClass cls,
		final int all)
	{
		final JPanel tile = new JPanel();
		tile.setOpaque(false);
		tile.setLayout(new BoxLayout(tile, BoxLayout.Y_AXIS));
		final JLabel image = new JLabel(new ImageIcon(picture.getScaledInstance(SIDE, SIDE,
			Image.SCALE_SMOOTH)));
		final JPanel strip = new JPanel();
		strip.setBackground(new Color(ClassColours.rgb(c)));
		size(strip, STRIP);
		final JTextField field = new JTextField(names.get(c));
		field.setFont(field.getFont().deriveFont(Font.BOLD, 14));
		field.setHorizontalAlignment(SwingConstants.CENTER);
		field.setToolTipText("The name of class " + (c + 1) + "; Enter makes it that of its atoms.");
		field.getAccessibleContext().setAccessibleName("Name of class " + (c + 1));
		size(field, field.getPreferredSize().height);
		field.addActionListener(e -> changed());
		field.addFocusListener(new FocusAdapter() {

			@Override
			public void focusLost(final FocusEvent e) {
				if (!e.isTemporary()) changed();
			}
		});
		fields.add(field);
		final JLabel count = new JLabel(String.format(Locale.ROOT, "%d atom%s, %.0f %%", cls.count(), cls
			.count() == 1 ? "" : "s", all == 0 ? 0 : 100.0 * cls.count() / all), SwingConstants.CENTER);
		count.setForeground(Color.DARK_GRAY);
		size(count, count.getPreferredSize().height);
		for (final Component part : List.of(image, strip, Box.createVerticalStrut(5), field, Box
			.createVerticalStrut(3), count))
		{
			if (part instanceof final JComponent j) j.setAlignmentX(0.5f);
			tile.add(part);
		}
		return tile;
	}

	private static void size(final JComponent part, final int height) {
		final Dimension size = new Dimension(SIDE, height);
		part.setPreferredSize(size);
		part.setMinimumSize(size);
		part.setMaximumSize(size);
	}

	/** Tells of names that aren't those that are known. */
	private void changed() {
		final List<String> now = fields.stream().map(f -> f.getText().strip()).toList();
		if (!now.equals(names)) renamed.accept(now);
	}

	/** Makes these the names, or puts them back. */
	void show(final List<String> now) {
		names = List.copyOf(now);
		for (int c = 0; c < names.size(); c++)
			if (!fields.get(c).getText().equals(names.get(c))) fields.get(c).setText(names.get(c));
	}

	/** For tests: the field of a class. */
	JTextField field(final int c) {
		return fields.get(c);
	}

	@Override
	public Dimension getPreferredSize() {
		// A flow layout wants all in one row; here it breaks into rows.
		final int tiles = getComponentCount(), width = getParent() == null ? 0 : getParent().getWidth();
		final Dimension tile = getComponent(0).getPreferredSize();
		final int fit = width > 0 ? Math.max(1, (width - GAP) / (tile.width + GAP)) : Math.min(ROW, tiles);
		final int rows = (tiles + fit - 1) / fit;
		return new Dimension(GAP + Math.min(fit, tiles) * (tile.width + GAP), GAP + rows * (tile.height +
			GAP));
	}

	@Override
	public Dimension getPreferredScrollableViewportSize() {
		return getPreferredSize();
	}

	@Override
	public int getScrollableUnitIncrement(final Rectangle visible, final int orientation,
		final int direction)
	{
		return SIDE / 4;
	}

	@Override
	public int getScrollableBlockIncrement(final Rectangle visible, final int orientation,
		final int direction)
	{
		return SIDE;
	}

	@Override
	public boolean getScrollableTracksViewportWidth() {
		return true;
	}

	@Override
	public boolean getScrollableTracksViewportHeight() {
		return getParent() != null && getParent().getHeight() > getPreferredSize().height;
	}
}
