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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.FloatType;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.command.run.CommandLine;
import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.io.AtomsFile;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.workflow.Analysis;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;

/** The examples of docs/extending.md, taken from there: they are short, compile and do what is said. */
class ExtendingTest {

	/** Lines of an example. */
	private static final int LONGEST = 60;

	@TempDir
	Path folder;

	/** By name. */
	private final Map<String, String> examples = new LinkedHashMap<>();

	@BeforeEach
	void read() throws IOException {
		final Matcher matcher = Pattern.compile("<!-- example: (\\S+) -->\n```\\w+\n(.*?)\n```", Pattern.DOTALL)
			.matcher(Files.readString(Path.of("docs/extending.md")));
		while (matcher.find())
			examples.put(matcher.group(1), matcher.group(2));
	}

	@Test
	void examplesAreShort() {
		assertEquals(5, examples.size(), examples.keySet().toString());
		examples.forEach((name, text) -> assertTrue(text.lines().count() < LONGEST, name));
	}

	/** Compiles an example as somebody else's class, which sees what is public. */
	private Class<?> compiled(final String name) throws Exception {
		final Path source = Files.writeString(folder.resolve(name + ".java"), examples.get(name));
		final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
		assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, complaints, complaints, "-proc:none",
			"-classpath", System.getProperty("java.class.path"), "-d", folder.toString(), source.toString()),
			() -> complaints.toString(StandardCharsets.UTF_8));
		// Open as long as its class is in use; it holds no file but what has been loaded.
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() }, getClass()
			.getClassLoader()))
		{
			return loader.loadClass(name);
		}
	}

	private static Object call(final Class<?> type, final String method, final Object... inputs)
		throws Exception
	{
		final Method found = Arrays.stream(type.getDeclaredMethods()).filter(m -> m.getName().equals(method))
			.findAny().orElseThrow();
		found.setAccessible(true);
		return found.invoke(null, inputs);
	}

	@Test
	void aRewardIsPursued() throws Exception {
		final Class<?> type = compiled("Unevenness");
		@SuppressWarnings("unchecked")
		final Reward<AtomSet> reward = (Reward<AtomSet>) type.getConstructor().newInstance();
		final AtomFindingTask task = Ybco.task();
		final AtomPhysics physics = task.physics();
		final List<Blob> truth = new ArrayList<>(), left = new ArrayList<>();
		Ybco.image().columns().forEach(c -> truth.add(new Blob(c.x(), c.y(), 2, 1)));
		truth.stream().filter(b -> b.x() < Ybco.SIZE / 2.0).forEach(left::add);
		assertTrue(reward.score(new AtomSet(truth, physics)).value() < 0.5);
		// Both quarters on the left have half of all, those on the right none.
		assertEquals(2, reward.score(new AtomSet(left, physics)).value(), 0.3);
		final Study study = (Study) call(type, "search", task, 12);
		assertEquals("unevenness", study.objectives().get(1).name());
		assertTrue(study.evaluations().get(0).metrics().containsKey(task.goals().get(1).reward().name()));
		assertTrue(study.front().stream().anyMatch(e -> e.objectives()[0] < 0.1 && e.objectives()[1] < 0.5),
			study.front().toString());
	}

	@Test
	void anAnalysisIsOptimised() throws Exception {
		final Class<?> type = compiled("BrightestPixels");
		final AtomPhysics physics = Ybco.task().physics();
		final float[][] image = new float[Ybco.SIZE][Ybco.SIZE];
		final RandomAccess<FloatType> pixels = Ybco.image().image().randomAccess();
		for (int y = 0; y < Ybco.SIZE; y++)
			for (int x = 0; x < Ybco.SIZE; x++)
				image[y][x] = pixels.setPositionAndGet(x, y).get();
		final Evaluation picked = (Evaluation) call(type, "optimise", image, physics);
		assertTrue(picked.objectives()[0] < 0.1 && picked.objectives()[1] < 0.1, picked.toString());
		final Analysis<?> analysis = (Analysis<?>) type.getConstructors()[0].newInstance(image, physics);
		final AtomSet atoms = (AtomSet) analysis.analyse(picked.configuration(), Progress.NONE);
		final double f1 = Matching.match(atoms.atoms(), Ybco.image().columns(), 6, Ybco.AREA.inset(8)).f1();
		assertTrue(f1 > 0.9, "F1 " + f1);
	}

	@Test
	void anEngineFindsTheMinimum() throws Exception {
		final Class<?> type = compiled("Climber");
		final Evaluation best = (Evaluation) call(type, "bowl", 60);
		assertEquals(0.3, best.configuration().get("x"), 0.1);
		assertEquals(-2, best.configuration().get("y"), 0.3);
		assertEquals(best.toString(), call(type, "bowl", 60).toString(), "the same seed, the same study");
	}

	@Test
	void aLatticeIsUsedByItsFile() throws Exception {
		Files.writeString(folder.resolve("BaTiO3-100.json"), examples.get("BaTiO3-100.json"));
		for (final String line : examples.get("BaTiO3-100.sh").split("\n"))
			run(line);
		final String summary = Files.readString(folder.resolve("found/summary.txt"));
		assertTrue(summary.contains("columns of BaTiO3-100 in the counted area"), summary);
		final double f1 = Matching.match(AtomsFile.read(folder.resolve("found/atoms.csv"), 1).atoms(), AtomsFile
			.read(folder.resolve("simulated/BaTiO3-100-seed1_truth.csv"), 1).atoms(), 5, Area.image(160, 160).inset(8))
			.f1();
		assertTrue(f1 > 0.98, "F1 " + f1);
	}

	/** What Maven would start, with its files in the test's folder. */
	private void run(final String line) {
		final String args = line.replaceAll(".*-Dexec\\.args=\"(.*)\"", "$1");
		final Matcher words = Pattern.compile("'([^']*)'|(\\S+)").matcher(args);
		final List<String> list = new ArrayList<>();
		while (words.find())
			list.add(words.group(1) != null ? words.group(1) : words.group(2).replaceFirst(
				"^(image|lattice_file|output_folder)=", "$1=" + Matcher.quoteReplacement(folder + "/")));
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		assertEquals(0, CommandLine.run(new PrintStream(printed, true, StandardCharsets.UTF_8), list.toArray(
			String[]::new)), () -> printed.toString(StandardCharsets.UTF_8));
	}
}
