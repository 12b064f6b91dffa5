package sc.fiji.rewardanalysis.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import ij.gui.Overlay;
import ij.macro.Interpreter;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;

class MacroRunTest extends MacroRuns {

	private static final String MARK = "makePoint(5, 5);";

	@Test
	void areasOfTheOverlayAreAtoms() {
		final MacroOutcome found = run("makeOval(10, 20, 11, 11); Overlay.addSelection; makeRectangle(30, 30, 5, 7);" +
			"Overlay.addSelection;", MacroItems.OVERLAY, Progress.NONE);
		assertEquals("the overlay", found.origin());
		assertEquals(15, found.atoms().get(0).x(), 1e-9);
		assertEquals(25, found.atoms().get(0).y(), 1e-9);
		assertEquals(32, found.atoms().get(1).x(), 1e-9);
		assertEquals(33, found.atoms().get(1).y(), 1e-9);
	}

	@Test
	void errorsAreToldWithTheirLine() {
		assertRefused(() -> run("a = 1;\nb = c;\n"), "line 2", "Undefined variable");
		assertRefused(() -> run("a = (1;"), "line 1", "')' expected");
		assertRefused(() -> run("for (i=0; i<3; i++) {\n\tx = newArray(2);\n\ty = x[i];\n}"), "line 3");
		assertEquals(1, run(MARK).atoms().size(), "the next one runs");
	}

	@Test
	void endlessLoopsAreStopped() {
		assertRefused(() -> run("while (true) { a = 1; }"), "still ran after 0.7 s", "seconds_limit");
		assertRefused(() -> run("while (true);"), "still ran");
		assertRefused(() -> run("wait(100000);"), "still ran");
		assertNull(Interpreter.getInstance());
	}

	@Test
	void cancelledMacrosEnd() {
		final AtomicInteger asked = new AtomicInteger();
		final Progress progress = new Progress() {

			@Override
			public void update(final double fraction, final String message) {}

			@Override
			public boolean isCanceled() {
				return asked.incrementAndGet() > 3;
			}
		};
		assertThrows(CancellationException.class, () -> run("while (true) { a = 1; }", MacroItems.AUTOMATIC,
			progress));
		assertEquals(1, run(MARK).atoms().size(), "the next one runs");
	}
}
