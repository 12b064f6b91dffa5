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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.command.form.LatticeChoice;
import sc.fiji.rewardanalysis.command.run.AnalysisCommand;
import sc.fiji.rewardanalysis.command.run.Insides;
import sc.fiji.rewardanalysis.core.LengthUnit;
import sc.fiji.rewardanalysis.core.lattice.Lattices;
import sc.fiji.rewardanalysis.core.optimize.Pick;

/** What recorded macros and scripts rely on, for every command that there is. */
class CommandConventionsTest {

	/** The design's menu. */
	private static final Map<String, String> LEAVES = Map.ofEntries(Map.entry("OptimizeAtomFinding",
		"Optimize Atom Finding..."), Map.entry("FindAtoms", "Find Atoms..."), Map.entry(
			"OptimizeAmorphousRegions", "Optimize Amorphous Regions..."), Map.entry("FindAmorphousRegions",
				"Find Amorphous Regions..."), Map.entry("ClassifyAtoms", "Classify Atoms..."), Map.entry("FitLattice", "Fit Lattice..."), Map.entry(
					"OptimizeInSlidingWindows", "Optimize In Sliding Windows..."), Map.entry(
						"StudyNoiseRobustness", "Study Noise Robustness..."), Map.entry("CompareWithOracle",
							"Compare With Oracle..."), Map.entry("FindAtomsWithNetwork",
								"Find Atoms With Network..."), Map.entry("TrainNetwork", "Train Network..."), Map
									.entry("MapLatentPhases", "Map Latent Phases..."), Map.entry("OptimizeLatentPhases",
										"Optimize Latent Phases..."), Map.entry("SimulateImage",
										"Simulate Image..."), Map.entry("ProjectCrystal", "Project Crystal..."), Map.entry("ProcessFolder", "Process Folder..."), Map
											.entry("WatchFolder", "Watch Folder..."), Map.entry("EstimatePhysics",
												"Estimate Physics..."), Map.entry("TuneMacro",
												"Tune Macro..."), Map.entry("OptimizeTimeSeries", "Optimize Time Series..."), Map.entry("OpenSample", "Open Sample"), Map.entry(
													"AtomsToRoiManager", "Atoms to ROI Manager"), Map.entry("RemoveOverlay",
														"Remove Overlay of Reward Analysis"));

	private static final Set<Class<?>> PLAIN = Set.of(int.class, long.class, float.class, double.class,
		Integer.class, Long.class, Float.class, Double.class, boolean.class, Boolean.class,
		String.class, File.class);

	/** Texts that nobody can list: headings, titles, names of classes. */
	private static final Set<String> FREE = Set.of("oracle_x", "oracle_y", "oracle_class",
		"oracle_title", "second_classes", "search", "objectives", "pattern", "options", "zone_axis");

	private static Context context;
	private static List<CommandInfo> commands;

	@BeforeAll
	static void findCommands() {
		context = Commands.context();
		commands = Commands.all(context);
		assertTrue(commands.size() >= 4, commands.toString());
	}

	@AfterAll
	static void close() {
		context.close();
	}

	private interface Check {

		/** What is wrong with an input; null if nothing is. */
		String of(CommandInfo command, ModuleItem<?> input);
	}

	private static void forEveryInput(final Check check) {
		final List<String> wrong = new ArrayList<>();
		for (final CommandInfo command : commands)
			for (final ModuleItem<?> input : command.inputs()) {
				if (isInjected(input)) continue;
				final String complaint = check.of(command, input);
				if (complaint != null) wrong.add(Commands.leaf(command) + ": " + input.getName() + " " +
					complaint);
			}
		assertEquals(List.of(), wrong);
	}

	private static boolean isInjected(final ModuleItem<?> input) {
		return Service.class.isAssignableFrom(input.getType()) || input.getType() == Context.class;
	}

	private static boolean hasChoices(final ModuleItem<?> input) {
		return input.getChoices() != null && !input.getChoices().isEmpty();
	}

	private static boolean isMessage(final ModuleItem<?> input) {
		return input.getVisibility() == ItemVisibility.MESSAGE;
	}

	@Test
	void leavesAreThoseOfTheDesign() {
		for (final CommandInfo command : commands) {
			final String name = command.getDelegateClassName().replaceAll(".*\\.", "");
			assertEquals(LEAVES.get(name), Commands.leaf(command), name);
			assertEquals("Plugins > Reward Analysis > " + LEAVES.get(name), command.getMenuPath()
				.getMenuString());
			assertTrue(command.canRunHeadless(), name);
		}
	}

	@Test
	void theLeafIsTheNameInTheMacroLine() throws Exception {
		for (final CommandInfo command : commands)
			if (new CommandModule(command).getDelegateObject() instanceof final AnalysisCommand c)
				assertEquals(Commands.leaf(command), Insides.leaf(c));
			else assertTrue(false, Commands.leaf(command) + " is no AnalysisCommand");
	}

	/** A remembered value would change what a script does. */
	@Test
	void nothingIsRemembered() {
		forEveryInput((c, i) -> i.isPersisted() ? "is persisted" : null);
	}

	@Test
	void everythingIsRequired() {
		forEveryInput((c, i) -> i.isRequired() ? null : "is optional");
	}

	@Test
	void inputsAreOfTypesThatMacrosCarry() {
		forEveryInput((c, i) -> i.getType() == ImagePlus.class || PLAIN.contains(i.getType()) ? null
			: "is a " + i.getType());
		forEveryInput((c, i) -> i.getType() != String.class || isMessage(i) || hasChoices(i) || FREE
			.contains(i.getName()) ? null : "is free text");
	}

	/** Numbers and texts as outputs would open windows. */
	@Test
	void outputsAreImagesOrTables() {
		for (final CommandInfo command : commands)
			for (final ModuleItem<?> output : command.outputs())
				assertFalse(PLAIN.contains(output.getType()), Commands.leaf(command) + ": " + output
					.getName());
	}

	/** ImageJ's macro options look for a key's text, which another key may end with. */
	@Test
	void noKeyEndsAnother() {
		forEveryInput((c, i) -> {
			for (final ModuleItem<?> other : c.inputs())
				if (other != i && !isInjected(other) && other.getName().endsWith(i.getName()))
					return "ends " + other.getName();
			return null;
		});
	}

	@Test
	void keysAreLowerCaseWords() {
		forEveryInput((c, i) -> i.getName().matches("[a-z]+(_[a-z]+)*") ? null : "is no such key");
	}

	@Test
	void everyInputHasALabel() {
		forEveryInput((c, i) -> i.getLabel() == null || i.getLabel().isBlank() ? "has none" : null);
	}

	@Test
	void defaultsAreWithinTheirChoicesAndBounds() {
		forEveryInput((command, input) -> {
			final Object value = module(command).getInput(input.getName());
			if (hasChoices(input) && !input.getChoices().contains(value)) return "is " +
				value;
			if (!(value instanceof final Number number)) return null;
			final Object low = input.getMinimumValue(), high = input.getMaximumValue();
			final boolean within = (low == null || number.doubleValue() >= ((Number) low)
				.doubleValue()) && (high == null || number.doubleValue() <= ((Number) high).doubleValue());
			return within ? null : "is " + value;
		});
	}

	private static CommandModule module(final CommandInfo command) {
		try {
			return new CommandModule(command);
		}
		catch (final org.scijava.module.ModuleException exc) {
			throw new IllegalStateException(exc);
		}
	}

	@Test
	void sharedInputsHaveTheSameChoicesEverywhere() {
		final List<Object> lattices = new ArrayList<>(Lattices.names());
		lattices.add(LatticeChoice.CUSTOM);
		final Map<String, List<?>> expected = Map.of("lattice", lattices, "pixel_unit", LengthUnit
			.labels(), "contrast", List.of("bright", "dark"), "pick", Arrays.stream(Pick.values()).map(
				p -> p.name().toLowerCase(Locale.ROOT)).toList());
		forEveryInput((c, i) -> !expected.containsKey(i.getName()) || Set.copyOf(expected.get(i
			.getName())).equals(withoutSearch(i.getChoices())) ? null : "offers " + i.getChoices());
	}

	/** An optimiser may be left to choose, and some commands need no crystal. */
	private static Set<?> withoutSearch(final List<?> choices) {
		return choices.stream().filter(c -> !c.equals("search") && !c.equals(LatticeChoice.UNKNOWN)).collect(Collectors.toSet());
	}

	@Test
	void aCustomCrystalNeedsAFileInput() {
		for (final CommandInfo command : commands)
			assertEquals(command.getInput("lattice") == null, command.getInput("lattice_file") == null);
	}
}
