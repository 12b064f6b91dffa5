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

package sc.fiji.rewardanalysis.core.workflow.many;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.workflow.many.Arrivals.Listed;
import sc.fiji.rewardanalysis.core.workflow.many.FolderWatch.Attempt;
import sc.fiji.rewardanalysis.core.workflow.many.FolderWatch.Ending;
import sc.fiji.rewardanalysis.core.workflow.many.FolderWatch.Rules;

/** A watch sees what comes, goes and grows. */
@Timeout(300)
class FolderWatchTest extends ImaginedFolder {

	/**
	 * Files that grow at random times while others are analysed. One that rests although it isn't
	 * whole, for its writer was held up, is taken for whole, and once more when it is.
	 */
	@Test
	void eachFileIsAnalysedOnceAndWhole() throws InterruptedException {
		final Map<String, Long> sizes = new ConcurrentSkipListMap<>();
		final Set<String> heldUp = new ConcurrentSkipListSet<>();
		final Thread microscope = new Thread(() -> {
			final Random random = new Random(1);
			for (int i = 0; i < 15; i++) {
				final String name = "image" + i;
				final int pieces = 1 + random.nextInt(4);
				long last = 0;
				for (int k = 1; k <= pieces; k++) {
					final long before = System.nanoTime();
					files.put(name, (long) k);
					if (k > 1 && (System.nanoTime() - last) * 1e-6 > REST / 2) heldUp.add(name);
					last = before;
					sleep(random.nextInt((int) REST / 4));
				}
				sizes.put(name, (long) pieces);
			}
			until(() -> sizes.keySet().stream().allMatch(name -> done.contains(name) && attempts.contains(
				file(name, sizes.get(name)))));
			stop = true;
		});
		analysis = file -> {
			sleep(30);
			return of(file, "", true);
		};
		microscope.start();
		assertEquals(Ending.STOPPED, watch(false, 0));
		microscope.join();
		final Map<String, Long> seen = new TreeMap<>();
		for (final Listed file : attempts) {
			final Long before = seen.put(file.path(), file.size());
			assertTrue(before == null || heldUp.contains(file.path()), file + " twice");
		}
		assertEquals(sizes, seen);
		assertTrue(pace.lag() * 1000 >= REST, "lag " + pace.lag());
	}

	@Test
	void theNewestComesFirstIfThatIsWanted() {
		assertEquals(List.of("a", "d", "c", "b"), order(true));
	}

	@Test
	void elseTheFirst() {
		assertEquals(List.of("a", "b", "c", "d"), order(false));
	}

	private List<String> order(final boolean newestFirst) {
		files.put("a", 1L);
		analysis = file -> {
			if (file.path().equals("a")) for (final String name : List.of("b", "c", "d")) {
				files.put(name, 1L);
				listed();
			}
			if (file.path().equals("a")) {
				sleep(2 * REST);
				listed();
			}
			return of(file, "", true);
		};
		after(() -> done.size() == 4, () -> stop = true);
		watch(newestFirst, 0);
		return done;
	}

	@Test
	void whatIsKnownOrEmptyIsLeftOut() {
		files.put("known", 1L);
		files.put("empty", 0L);
		files.put("new", 1L);
		watch(false, 600);
		assertEquals(List.of("new"), done);
		assertEquals(1, state.writing());
	}

	@Test
	void whatMustRestIsWaitedFor() {
		files.put("a", 1L);
		assertEquals(Ending.QUIET, watch(false, 1));
		assertEquals(List.of("a"), done);
	}

	@Test
	void whatCannotBeOpenedIsTriedAgainOnce() {
		files.put("half", 1L);
		analysis = file -> of(file, "It is no image.", false);
		final long start = System.nanoTime();
		watch(false, 300);
		assertEquals(2, attempts.size());
		assertEquals(List.of("half!"), done);
		assertTrue((System.nanoTime() - start) * 1e-6 >= FolderWatch.PATIENCE * REST);
	}

	@Test
	void andIsNoFailureIfItGoesOnMeanwhile() {
		files.put("half", 1L);
		analysis = file -> {
			if (file.size() == 2) return of(file, "", true);
			files.put("half", 2L);
			return of(file, "It is no image.", false);
		};
		after(() -> !done.isEmpty(), () -> stop = true);
		watch(false, 0);
		assertEquals(List.of("half"), done);
		assertEquals(List.of(1L, 2L), attempts.stream().map(Listed::size).toList());
	}

	@Test
	void anImageThatFailsIsNotTriedAgain() {
		files.put("black", 1L);
		files.put("fine", 1L);
		analysis = file -> of(file, file.path().equals("black") ? "There is nothing in it." : "", true);
		watch(false, 300);
		assertEquals(List.of("black!", "fine"), done);
		assertEquals(2, attempts.size());
	}

	@Test
	void whatVanishesIsSkipped() {
		files.put("a", 1L);
		files.put("b", 1L);
		files.put("c", 1L);
		analysis = file -> {
			files.remove("b");
			if (!file.path().equals("c")) return of(file, "", true);
			files.remove("c");
			return of(file, "It can't be read.", false);
		};
		watch(false, 400);
		assertEquals(List.of("a"), done);
		assertEquals(2, state.vanished());
	}

	@Test
	void whatIsWrittenOverIsAnalysedAnew() {
		files.put("a", 1L);
		analysis = file -> {
			if (attempts.size() == 1) files.put("a", 5L);
			return of(file, "", true);
		};
		after(() -> done.size() == 2, () -> stop = true);
		watch(false, 0);
		assertEquals(List.of("a", "a"), done);
	}

	@Test
	void aDriveThatIsAwayMayComeBack() {
		unreachable = true;
		files.put("a", 1L);
		final Thread repair = new Thread(() -> {
			listed();
			unreachable = false;
			until(() -> done.contains("a"));
			unreachable = true;
			listed();
			unreachable = false;
			listed();
			stop = true;
		});
		repair.start();
		watch(false, 0);
		assertEquals(List.of("a"), done);
		assertEquals("", state.trouble());
	}

	@Test
	void itIsToldWhyTheFolderCannotBeListed() {
		unreachable = true;
		after(() -> state != null && !state.trouble().isEmpty(), () -> stop = true);
		assertEquals(Ending.STOPPED, watch(false, 0));
		assertEquals("The drive is away.", state.trouble());
	}

	@Test
	void whoStopsItIsHeardDuringAnAnalysisToo() {
		files.put("a", 1L);
		after(() -> !attempts.isEmpty(), () -> stop = true);
		assertEquals(Ending.STOPPED, busy());
		assertFalse(done.contains("a"));
	}

	@Test
	void soIsACancel() {
		files.put("a", 1L);
		after(() -> !attempts.isEmpty(), () -> canceled = true);
		assertEquals(Ending.CANCELED, busy());
	}

	/** An analysis that lasts until it is told to stop. */
	private Ending busy() {
		analysis = file -> {
			while (!asked.isCanceled())
				sleep(10);
			return new Attempt(null, true);
		};
		return watch(false, 0);
	}

	@Test
	void whatKeepsTheListingFromGoingOnEndsIt() {
		final FolderWatch.Source broken = new FolderWatch.Source() {

			@Override
			public List<Listed> list(final Progress progress) {
				throw new IllegalStateException("Broken.");
			}

			@Override
			public Optional<Listed> now(final Listed file) {
				return Optional.empty();
			}

			@Override
			public boolean isKnown(final Listed file) {
				return false;
			}

			@Override
			public boolean isStopped() {
				return false;
			}
		};
		final FolderWatch watch = new FolderWatch(new Rules(REST, false, 0), broken, new Analyses(), pace,
			Progress.NONE);
		assertThrows(IllegalStateException.class, watch::run);
	}
}
