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

import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.run;
import static sc.fiji.rewardanalysis.core.io.journal.JournalProblem.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.io.TempDir;

import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Study;

/** A folder with the journal of a study of {@link JournalProblem}. */
abstract class JournalFolder {

	static final Map<String, ?> ABOUT = Map.of("image", Map.of("sha256", "cafe", "size", List
		.of(3, 4)));

	@TempDir
	Path folder;

	Path file() {
		return folder.resolve("journal.jsonl");
	}

	/** A study's journal and the study. */
	Study written(final Engine engine, final int evaluations) {
		final Study study = study(engine);
		try (StudyJournal journal = StudyJournal.open(file(), study, ABOUT)) {
			run(study, journal, evaluations);
		}
		return study;
	}

	Study resumed(final Engine engine, final int evaluations) {
		return written(engine, evaluations);
	}

	List<String> lines() throws IOException {
		return Files.readAllLines(file());
	}

	void write(final List<String> lines) throws IOException {
		Files.writeString(file(), lines.stream().map(l -> l + "\n").collect(Collectors.joining()));
	}
}
