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

package sc.fiji.rewardanalysis.imagej.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.Prefs;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;

import sc.fiji.rewardanalysis.NeedsDisplay;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.workflow.macro.MacroOutcome;

/** Macros that run ImageJ's commands, which it has with a display only. */
@NeedsDisplay
class MacroCommandsTest extends MacroRuns {

	private static final String FIND = "run(\"Find Maxima...\", \"prominence=10 output=[Point Selection]\");";

	@Test
	void pointsOfTheSelectionAreAtoms() {
		final List<Blob> atoms = run(FIND).atoms();
		assertEquals(36, atoms.size());
		assertTrue(atoms.stream().allMatch(a -> a.x() % STEP == 5 && a.y() % STEP == 5), atoms.toString());
		assertNull(image.getRoi());
	}

	@Test
	void particlesAreAtoms() {
		final MacroOutcome found = run("setThreshold(50, 1e9);\nrun(\"Set Measurements...\", \"area centroid\");\n" +
			"run(\"Analyze Particles...\", \"size=0-Infinity clear\");");
		assertEquals(36, found.rows());
		assertEquals(36, found.columns().get("Area").size());
		assertEquals("X and Y of the Results", found.origin());
		assertTrue(found.atoms().stream().allMatch(a -> a.x() % STEP == 5 && a.y() % STEP == 5), found.atoms()
			.toString());
	}

	@Test
	void whatIsFoundOnACopyCounts() {
		assertEquals(36, run("run(\"Duplicate...\", \"title=other\");\n" + FIND).atoms().size());
	}

	@Test
	void batchModeAndParametersOfScriptsAreUnderstood() {
		assertEquals(36, run("#@ ImagePlus imp\n#@ Double(label=\"Prominence\", value=10) p\nsetBatchMode(true);\n" + FIND
			.replace("prominence=10", "prominence=\" + p + \"") + "\nsetBatchMode(\"exit & display\");").atoms()
			.size());
	}

	@Test
	void exitIsAnEnd() {
		assertEquals(36, run(FIND + "\nexit();\nrun(\"Select None\");").atoms().size());
	}

	/** Settings, tables, selections and the recorder are the user's. */
	@Test
	void allIsAsBefore() {
		final ResultsTable table = new ResultsTable();
		table.incrementCounter();
		table.addValue("Mine", 42);
		Analyzer.setResultsTable(table);
		final boolean black = Prefs.blackBackground, record = Recorder.record;
		final int measurements = Analyzer.getMeasurements();
		final Roi roi = new Roi(3, 4, 20, 30);
		final Overlay overlay = new Overlay(new PointRoi(1, 1));
		image.setRoi(roi);
		image.setOverlay(overlay);
		Recorder.record = true;
		try {
			final String macro = "setOption(\"BlackBackground\", " + !black +
				"); run(\"Set Measurements...\", \"area mean min skewness\"); run(\"Clear Results\");" +
				"run(\"Select None\"); run(\"Invert\"); setResult(\"A\", 0, 1); close(); newImage(\"x\", \"8-bit\", 9, 9, 1);";
			run(macro);
			assertRefused(() -> run(macro + "\nfail"), "line 2");
			assertTrue(Recorder.record);
		}
		finally {
			Recorder.record = record;
		}
		assertEquals(black, Prefs.blackBackground);
		assertEquals(measurements, Analyzer.getMeasurements());
		assertSame(table, Analyzer.getResultsTable());
		assertEquals(42, table.getValue("Mine", 0));
		assertSame(roi, image.getRoi());
		assertSame(overlay, image.getOverlay());
		assertEquals(0, image.getProcessor().getf(0, 0));
	}

	@Test
	void aSelectedAreaIsGivenAndRestricts() {
		image.setRoi(new Roi(0, 0, 30, 20));
		final MacroOutcome found = run("getSelectionBounds(x, y, w, h); setResult(\"Width\", 0, w);" +
			"run(\"Select None\");" + FIND);
		assertEquals(List.of(30.0), found.columns().get("Width"));
		assertEquals(6, found.atoms().size());
	}

	@Test
	void closingAllLeavesNothingToJudge() {
		assertEquals(0, run(FIND + "\nclose(\"*\");").atoms().size());
	}

	/** A macro has one of its own, without a window. */
	@Test
	void theRoiManagerIsTheUsers() {
		final RoiManager manager = new RoiManager();
		try {
			manager.addRoi(new Roi(1, 1, 2, 2));
			final MacroOutcome found = run("makeRectangle(10, 10, 5, 5); roiManager(\"add\"); makeRectangle(30, 30, 5, 5);" +
				"roiManager(\"add\"); run(\"Select None\");");
			assertEquals("the ROI Manager", found.origin());
			assertEquals(2, found.atoms().size());
			assertSame(manager, RoiManager.getInstance());
			assertEquals(1, manager.getCount());
		}
		finally {
			manager.close();
		}
	}

	@Test
	void unknownCommandsAreTold() {
		assertRefused(() -> run("a = 1;\n\nrun(\"No Such Command\");\n"), "line 3", "Unrecognized command");
	}
}
