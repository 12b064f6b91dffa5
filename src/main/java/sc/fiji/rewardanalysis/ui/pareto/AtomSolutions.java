package sc.fiji.rewardanalysis.ui.pareto;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;

/** What the window asks of a finished search for atoms, in one image or in a stack. */
public interface AtomSolutions extends Solutions<FoundAtoms> {

	/** Why atoms can't be edited, a sentence; empty if they can. */
	String whyNotEditable();

	/** A solution with its edited atoms, judged anew. */
	FoundAtoms edited(EditedAtoms atoms, Progress progress);

	/** Whether atoms are as detected only because the search was cancelled; to find them refines. */
	boolean lacksRefinement(FoundAtoms found);

	@Override
	default String undone(final FoundAtoms found) {
		return lacksRefinement(found) ? "Positions are not refined" : "";
	}

	@Override
	default Items items() {
		return AtomLayer.ITEMS;
	}

	@Override
	default Tools tools(final Session<FoundAtoms> session, final ImageLink link) {
		return new AtomTools(session, new AtomEdits(session, this), link);
	}
}
