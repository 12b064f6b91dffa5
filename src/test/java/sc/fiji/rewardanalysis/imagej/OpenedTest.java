package sc.fiji.rewardanalysis.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
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

	/** It will run other commands, after the macro has selected another image. */
	@Test
	void theCommandsThreadHasNoImageOfItsOwnAfterwards() {
		final boolean batch = Interpreter.batchMode;
		try {
			Interpreter.batchMode = true;
			Opened.show(new ImagePlus("second", new ByteProcessor(4, 4)));
			assertNull(WindowManager.getTempCurrentImage());
		}
		finally {
			Interpreter.batchMode = batch;
		}
	}

	/** As {@code IJ.run(image, …)} and a macro's {@code selectImage} leave it. */
	@Test
	void theImageOfTheCallerIsTakenInsteadOfAnOlderOne() throws InterruptedException {
		WindowManager.setTempCurrentImage(new ImagePlus("selected", new ByteProcessor(4, 4)));
		final Thread caller = Thread.currentThread();
		final List<String> titles = new ArrayList<>();
		final Thread pooled = new Thread(() -> {
			WindowManager.setTempCurrentImage(new ImagePlus("older", new ByteProcessor(4, 4)));
			CurrentImage.take(caller);
			titles.add(WindowManager.getCurrentImage().getTitle());
			WindowManager.setTempCurrentImage(caller, null);
			CurrentImage.take(caller);
			titles.add(String.valueOf(WindowManager.getTempCurrentImage()));
		});
		pooled.start();
		pooled.join();
		assertEquals(List.of("selected", "null"), titles);
	}
}
