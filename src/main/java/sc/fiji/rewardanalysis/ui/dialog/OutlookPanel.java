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
		final GridBagConstraints rest = at(2, facts.size(), 0);
		rest.weightx = rest.weighty = 1;
		add(Box.createGlue(), rest);
		revalidate();
		repaint();
	}

	private static GridBagConstraints at(final int column, final int row, final int size) {
		return new GridBagConstraints(column, row, 1, 1, 0, 0, GridBagConstraints.LINE_START,
			GridBagConstraints.NONE, new Insets(size / 6, column == 0 ? 0 : size, size / 6, 0), 0, 0);
	}
}
