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

import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;

import javax.swing.Box;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** What to expect, line by line. */
final class OutlookPanel extends JPanel {

	private static final long serialVersionUID = 1L;

	OutlookPanel() {
		super(new GridBagLayout());
	}

	void show(final List<Outlook.Fact> facts) {
		removeAll();
		for (int row = 0; row < facts.size(); row++) {
			final Outlook.Fact fact = facts.get(row);
			final JLabel name = new JLabel(fact.name()), text = new JLabel(fact.text());
			final int size = name.getFont().getSize();
			text.setFont(text.getFont().deriveFont(Font.BOLD));
			name.setToolTipText(Tips.of(fact.tip()));
			text.setToolTipText(Tips.of(fact.tip()));
			// Where there is too little room the value is cut.
			name.setMinimumSize(name.getPreferredSize());
			text.setMinimumSize(new Dimension(0, text.getPreferredSize().height));
			text.setName("fact." + fact.name());
			add(name, at(0, row, size));
			add(text, at(1, row, size));
		}
		final GridBagConstraints rest = at(0, facts.size(), 0);
		rest.weighty = 1;
		add(Box.createGlue(), rest);
		revalidate();
		repaint();
	}

	private static GridBagConstraints at(final int column, final int row, final int size) {
		return new GridBagConstraints(column, row, 1, 1, column, 0, GridBagConstraints.LINE_START,
			GridBagConstraints.HORIZONTAL, new Insets(size / 6, column == 0 ? 0 : size, size / 6, 0), 0, 0);
	}
}
