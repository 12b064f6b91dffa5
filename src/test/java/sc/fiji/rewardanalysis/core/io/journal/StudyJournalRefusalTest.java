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

package sc.fiji.rewardanalysis.core.io.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static sc.fiji.rewardanalysis.Complaints.assertRefused;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.CONSTRAINTS;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.OBJECTIVES;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.PARAMETERS;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.SEED;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.SPACE;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.ask;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import sc.fiji.rewardanalysis.core.optimize.Constraint;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Objective;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.RandomEngine;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.SobolEngine;
import sc.fiji.rewardanalysis.core.optimize.Study;

/** What is no journal, damaged or another study's is refused, and left alone. */
class StudyJournalRefusalTest extends JournalFolder {

	@Test
	void damageIsReportedWithItsLine() throws IOException {
		written(new SobolEngine(), 4);
		final List<String> whole = lines();
		final Map<String, String> damages = Map.of("{\"asked\":1,\"ori", "JSON", "[]", "object",
			"{\"evaluation\":0}", "parameters", "{\"asked\":0}", "parameters", whole.get(3), "once", whole
				.get(4).replace("\"mode\":0.1", "\"mode\":0.2"), "mode", whole.get(4).replace("\"n\":",
					"\"m\":"), "m", whole.get(4).replaceAll("\"n\":\\d", "\"n\":9"), "between", "\0", "JSON");
		damages.forEach((line, word) -> {
			final List<String> damaged = new ArrayList<>(whole);
			damaged.set(4, line);
			try {
				write(damaged);
				assertRefused(() -> resumed(new SobolEngine(), 4), file() + ", line 5", "damaged", word,
					"move");
				assertEquals(damaged, lines(), "left alone");
			}
			catch (final IOException exc) {
				throw new IllegalStateException(exc);
			}
		});
		final byte[] noText = String.join("\n", whole).getBytes(StandardCharsets.UTF_8);
		noText[whole.get(0).length() + 5] = (byte) 0xff;
		Files.write(file(), noText);
		assertRefused(() -> resumed(new SobolEngine(), 4), "line 2", "UTF-8");
	}

	@Test
	void cutInHalfItsSecondPartIsNoJournal() throws IOException {
		written(new SobolEngine(), 6);
		final byte[] bytes = Files.readAllBytes(file());
		final byte[] half = Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length);
		Files.write(file(), half);
		assertRefused(() -> resumed(new SobolEngine(), 6), file().toString(), "line 1", "JSON");
		assertRefused(() -> StudyJournal.read(file()), "line 1");
		assertArrayEquals(half, Files.readAllBytes(file()));
		for (final String foreign : List.of("my notes", "{\"a\":1}\n", "{\"journal\":\"dear diary\",")) {
			Files.writeString(file(), foreign);
			assertRefused(() -> resumed(new SobolEngine(), 6), file().toString(), "journal", "move");
			assertEquals(foreign, Files.readString(file()), "somebody's data");
		}
	}

	@Test
	void anotherStudysJournalIsRefused() throws IOException {
		written(new SobolEngine(), 3);
		final byte[] before = Files.readAllBytes(file());
		final List<Parameter> wider = new ArrayList<>(PARAMETERS);
		wider.set(0, new Parameter.Real("sigma", "px", 0.3, 12, true));
		final List<Objective> other = List.of(new Objective("QC", "1", Link.countBand(200.1, 190, 211),
			1), OBJECTIVES.get(1));
		final Engine sobol = new SobolEngine();
		final Map<String, Study> studies = Map.of( //
			"space.sigma.max is 11.0 there and 12.0 here", new Study(new SearchSpace(wider).when("depth",
				"contrast", JournalProblem.DARK), OBJECTIVES, CONSTRAINTS, sobol, SEED), //
			"conditions.depth is {", new Study(new SearchSpace(PARAMETERS), OBJECTIVES, CONSTRAINTS, sobol, SEED), //
			"objectives.QC.link", new Study(SPACE, other, CONSTRAINTS, sobol, SEED), //
			"objectives.ER.link is \"SquareRootLink", new Study(SPACE, List.of(OBJECTIVES.get(0), new Objective("ER", "1", Link
				.identity(), 1)), CONSTRAINTS, sobol, SEED), //
			"constraints.time.limit is 9.0 there and 8.0 here", new Study(SPACE, OBJECTIVES, List.of(new Constraint("time", "s", 8)),
				sobol, SEED), //
			"seed is " + SEED + " there and " + (SEED + 1), new Study(SPACE, OBJECTIVES, CONSTRAINTS, sobol,
				SEED + 1), //
			"engine is \"SobolEngine\" there and \"RandomEngine\" here", study(new RandomEngine()));
		studies.forEach((word, study) -> assertRefused(() -> StudyJournal.open(file(), study, ABOUT),
			file().toString(), "line 1", "another study", word, "move"));
		assertRefused(() -> StudyJournal.open(file(), study(sobol), Map.of("image", "another")),
			"about.image");
		assertRefused(() -> StudyJournal.open(file(), study(sobol), Map.of("image", Double.NaN)),
			"finite numbers");
		assertArrayEquals(before, Files.readAllBytes(file()));
		final List<String> lines = lines();
		lines.set(0, lines.get(0).replace("\"format\":1", "\"format\":2"));
		write(lines);
		assertRefused(() -> resumed(sobol, 3), "format is 2", "reads 1");
		assertRefused(() -> StudyJournal.read(file()), "format is 2");
		lines.set(0, lines.get(0).replace("\"format\":2", "\"format\":1").replaceAll(
			"\"version\":\"[^\"]*\"", "\"version\":\"0.0.1\""));
		write(lines);
		assertRefused(() -> resumed(sobol, 3), "version is \"0.0.1\" there");
	}

	@Test
	void needsAFileAndAFreshStudy() throws IOException {
		final Study begun = study(new SobolEngine());
		begun.ask();
		assertRefused(() -> StudyJournal.open(file(), begun, ABOUT), "begun", "before");
		assertFalse(Files.exists(file()));
		assertRefused(() -> StudyJournal.read(file()), "no file");
		assertRefused(() -> StudyJournal.open(folder, study(new SobolEngine()), ABOUT), folder
			.toString(), "choose");
		final Path below = Files.writeString(folder.resolve("file"), "in the way").resolve("x.jsonl");
		assertRefused(() -> StudyJournal.open(below, study(new SobolEngine()), ABOUT), below.toString(),
			"choose");
		final Path readOnly = Files.createDirectory(folder.resolve("read-only"));
		Assumptions.assumeTrue(readOnly.toFile().setWritable(false) && !Files.isWritable(readOnly));
		assertRefused(() -> StudyJournal.open(readOnly.resolve("x.jsonl"), study(new SobolEngine()),
			ABOUT), "Cannot write", "choose");
	}
}
