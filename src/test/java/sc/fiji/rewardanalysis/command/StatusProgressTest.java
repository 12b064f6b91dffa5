package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.EventQueue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;

import sc.fiji.rewardanalysis.ui.ProgressWindow;

class StatusProgressTest {

	private final List<String> said = new CopyOnWriteArrayList<>();

	@EventHandler
	private void onEvent(final StatusEvent event) {
		said.add(event.getStatusMessage());
	}

	/** Such as a thread that a cancel has left alone; the bar would stay for ever. */
	@Test
	void whoIsLateSaysNothing() throws Exception {
		try (Context context = Commands.context()) {
			context.inject(this);
			final StatusProgress progress;
			try (ProgressWindow window = ProgressWindow.open("test")) {
				progress = new StatusProgress(Optional.of(context.service(StatusService.class)), window);
				progress.update(0.25, "early");
			}
			progress.update(0.5, "late");
			// Events are told on the event thread.
			for (int i = 0; i < 3; i++)
				EventQueue.invokeAndWait(() -> {});
			assertEquals(List.of("early"), said);
		}
	}
}
