package sc.fiji.rewardanalysis.command;

import org.scijava.event.SciJavaEvent;

/** Something that is no error but should be known. Whoever shows it consumes it. */
final class NoteEvent extends SciJavaEvent {

	private final String text;

	/** @param text a sentence, or several lines */
	NoteEvent(final String text) {
		this.text = text;
	}

	String text() {
		return text;
	}
}
