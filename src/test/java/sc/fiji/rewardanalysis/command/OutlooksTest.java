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

package sc.fiji.rewardanalysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.Complaints;
import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.run.Insides;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.imagej.AnalysedImage;
import sc.fiji.rewardanalysis.ui.dialog.Outlook;
import sc.fiji.rewardanalysis.ui.dialog.Subject;

/** What dialogs say of values, without a display. */
class OutlooksTest {

	private static Context context;

	@BeforeAll
	static void open() {
		context = Commands.context();
	}

	@AfterAll
	static void close() {
		context.close();
	}

	private static Subject subject(final Class<? extends Command> command, final ImagePlus image) {
		final CommandInfo info = Commands.all(context).stream().filter(c -> c.getDelegateClassName()
			.equals(command.getName())).findFirst().orElseThrow();
		return Insides.subject(info, image);
	}

	private static Map<String, Object> values(final Object... keysAndValues) {
		final Map<String, Object> values = new LinkedHashMap<>(Map.of(AtomForms.CRYSTAL,
			AtomForms.NO_CRYSTAL));
		for (int i = 0; i < keysAndValues.length; i += 2)
			values.put((String) keysAndValues[i], keysAndValues[i + 1]);
		return values;
	}

	private static Outlook outlook(final Class<? extends Command> command, final ImagePlus image,
		final boolean find, final Object... values)
	{
		return subject(command, image).outlook(AnalysedImage.of(image), values(values), find,
			Progress.NONE);
	}

	private static String refused(final Class<? extends Command> command, final ImagePlus image,
		final Object... values)
	{
		return assertThrows(RewardAnalysisException.class, () -> outlook(command, image, true, values))
			.getMessage();
	}

	@Test
	void ofASearchThePhysicsIsThatOfTheTask() {
		final Outlook outlook = outlook(OptimizeAtomFinding.class, CommandImages.ybco(), true);
		final AtomPhysics physics = Ybco.task().physics();
		assertEquals(physics.expected(), outlook.physics().expected());
		assertEquals(physics.low(), outlook.physics().low());
		assertEquals(physics.neighbourSumLimit(), outlook.physics().neighbourSumLimit());
		final int count = outlook.preview().curve().count(outlook.preview().parameters().threshold());
		assertTrue(count >= physics.low() && count <= physics.high());
		assertTrue(outlook.means().contains("middle"), "it says which parameters those are");
		assertEquals("", outlook.warning());
		assertNull(outlook(OptimizeAtomFinding.class, CommandImages.ybco(), false).preview());
	}

	/** The shown frame may be blank: the others are worth an analysis all the same. */
	@Test
	void ofASeriesItSaysHowLongItIs() {
		final ImagePlus single = CommandImages.ybco();
		final ImageStack stack = new ImageStack(single.getWidth(), single.getHeight());
		stack.addSlice(single.getProcessor());
		stack.addSlice(new FloatProcessor(single.getWidth(), single.getHeight()));
		final ImagePlus series = new ImagePlus("series", stack);
		series.setDimensions(1, 1, 2);
		series.setCalibration(single.getCalibration());
		final Outlook shown = outlook(OptimizeTimeSeries.class, series, false, "frame_interval", 0.25);
		assertEquals("2 frames along the time, 0.25 s apart", shown.facts().get(0).text());
		assertTrue(shown.facts().size() > 2);
		series.setSlice(2);
		final Outlook blank = outlook(OptimizeTimeSeries.class, series, true);
		assertEquals("2 frames along the time", blank.facts().get(0).text());
		assertTrue(blank.warning().startsWith("This slice: The image is constant"), blank.warning());
		assertEquals("1 frame: a single image", outlook(OptimizeTimeSeries.class, single, false).facts()
			.get(0).text());
	}

	@Test
	void anotherPixelSizeThanTheImagesIsToldAndUsed() {
		final Outlook outlook = outlook(OptimizeAtomFinding.class, CommandImages.ybco(), false,
			"pixel_size", 0.18, "pixel_unit", "Angstrom");
		assertEquals(0.018, outlook.physics().pixelSize(), 1e-12);
		assertTrue(outlook.warning().contains("0.015"), outlook.warning());
	}

	@Test
	void suggestedValuesFindThePossibleNumber() {
		final ImagePlus image = CommandImages.ybco();
		final Subject subject = subject(FindAtoms.class, image);
		final Map<String, Object> values = values(AtomForms.CRYSTAL, "YBa2Cu3O7-100", "contrast",
			"bright", "normalization", "noise");
		final Map<String, Object> suggested = subject.suggested(AnalysedImage.of(image), values,
			Progress.NONE);
		values.putAll(suggested);
		final Outlook outlook = subject.outlook(AnalysedImage.of(image), values, true, Progress.NONE);
		final int count = outlook.preview().curve().count((double) suggested.get("threshold"));
		assertTrue(count >= outlook.physics().low() && count <= outlook.physics().high(), count +
			" atoms");
		Complaints.assertSays(assertThrows(RewardAnalysisException.class, () -> subject.suggested(
			AnalysedImage.of(image), values(), Progress.NONE)).getMessage(), "crystal");
	}

	@Test
	void blobsNeedNoPixelSizeButAnExpectationDoes() {
		final ImagePlus image = CommandImages.ybco();
		image.getCalibration().setUnit("1/nm");
		assertEquals("", outlook(FindAtoms.class, image, false).warning());
		final Outlook outlook = outlook(FindAtoms.class, image, true, AtomForms.CRYSTAL, "SrTiO3-001");
		assertTrue(outlook.warning().contains("1/nm"), outlook.warning());
		assertNull(outlook.physics());
		assertNotNull(outlook.preview());
	}

	@Test
	void whatTheCommandWouldRefuseIsRefused() {
		final ImagePlus image = CommandImages.ybco();
		Complaints.assertSays(refused(FindAtoms.class, image, "min_sigma", 9.0), "min_sigma", "9");
		Complaints.assertSays(refused(FindAtoms.class, image, "max_sigma", 90.0), "max_sigma", "90");
		Complaints.assertSays(refused(OptimizeAtomFinding.class, image, "lattice", LatticeChoice.CUSTOM),
			"lattice_file");
		Complaints.assertSays(refused(OptimizeAtomFinding.class, image, "threshold_low", 0.5,
			"threshold_high", 0.1), "threshold_low", "0.5");
	}

	@Test
	void anEmptySliceIsNoReasonNotToAnalyseTheStack() {
		final ImagePlus series = CommandImages.series();
		series.setSlice(2);
		Complaints.assertSays(refused(FindAtoms.class, series), "constant");
		assertTrue(outlook(FindAtoms.class, series, true, "slices", "all").warning().startsWith(
			"This slice: "));
		Complaints.assertSays(refused(OptimizeAtomFinding.class, series), "constant");
		assertTrue(outlook(OptimizeAtomFinding.class, series, true, "slices", "mean", "engine",
			"bayesian").warning().startsWith("This slice: "));
		Complaints.assertSays(refused(OptimizeAtomFinding.class, series, "slices", "mean", "engine",
			"bayesian", "held_out", 1), "held_out");
	}
}
