package sc.fiji.rewardanalysis.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;

/** As in Fiji a command runs on another thread than the macro that waits for it. */
public class OpenedTest {

	@AfterEach
	void forget() {
		WindowManager.setTempCurrentImage(null);
	}

	/** Called by the macro. */
	public static String open() {
		CompletableFuture.runAsync(() -> Opened.show(new ImagePlus("second", new ByteProcessor(4, 4))))
			.join();
		return WindowManager.getCurrentImage().getTitle();
	}

	@Test
	void itIsTheMacrosActiveImageThoughAnotherWasOpenedBefore() {
		WindowManager.setTempCurrentImage(new ImagePlus("first", new ByteProcessor(4, 4)));
		final String title = new Interpreter().run("return call(\"" + OpenedTest.class.getName() +
			".open\");", "");
		assertEquals("second", title);
	}
}
