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

package sc.fiji.rewardanalysis.ui.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.process.FloatProcessor;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.atoms.EditedAtoms;

/** Without a window: this thread is the event thread. */
class SessionTest {

	private static final Path A = Path.of("A"), B = Path.of("B");

	private final LinkedBlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
	private final FakeSolutions fake = new FakeSolutions(new ImagePlus("session",
		new FloatProcessor(Ybco.SIZE, Ybco.SIZE)));
	private final List<FoundAtoms> heard = new ArrayList<>();
	private final List<String> said = new ArrayList<>(), told = new ArrayList<>();
	private Session<FoundAtoms> session;
	private AtomEdits edits;

	@BeforeEach
	void open() {
		session = new Session<>(fake, fake.found(fake.atoms(FakeSolutions.evaluation(0))), events::add);
		edits = new AtomEdits(session, fake);
		session.addListener(new Session.Listener<FoundAtoms>() {

			@Override
			public void found(final FoundAtoms found) {
				heard.add(found);
			}

			@Override
			public void said(final String sentence, final boolean isError) {
				if (isError) said.add(sentence);
				else if (!sentence.isEmpty()) told.add(sentence);
			}
		});
	}

	@AfterEach
	void close() {
		session.close();
	}

	private void await(final BooleanSupplier what) throws InterruptedException {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (!what.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, "it took too long");
			final Runnable task = events.poll(20, TimeUnit.MILLISECONDS);
			if (task != null) task.run();
		}
	}

	@Test
	void aChosenSolutionIsShownAndThenHeardOf() throws Exception {
		session.selection().choose(FakeSolutions.evaluation(1));
		await(() -> heard.size() == 1);
		assertSame(FakeSolutions.evaluation(1), heard.get(0).evaluation());
		assertEquals(List.of(FakeSolutions.evaluation(1).id()), fake.shown);
	}

	/** While the second is found a third is chosen: the second is cancelled and never shown. */
	@Test
	void theLatestWins() throws Exception {
		fake.gate = new CountDownLatch(1);
		session.selection().choose(FakeSolutions.evaluation(1));
		assertTrue(fake.begun.await(60, TimeUnit.SECONDS));
		session.selection().choose(FakeSolutions.evaluation(2));
		fake.gate.countDown();
		await(() -> heard.size() == 1);
		assertSame(FakeSolutions.evaluation(2), heard.get(0).evaluation());
		assertEquals(List.of(FakeSolutions.evaluation(2).id()), fake.shown);
	}

	@Test
	void editsAreJudgedKeptAndTakenBack() throws Exception {
		final int before = edits.atoms().size();
		edits.edit(atoms -> atoms.delete(0));
		edits.edit(atoms -> atoms.delete(0));
		assertEquals(before - 2, edits.atoms().size(), "at once");
		await(() -> !heard.isEmpty() && heard.get(heard.size() - 1).atoms().size() == before - 2);
		session.selection().choose(FakeSolutions.evaluation(1));
		await(() -> session.found().evaluation().id() == FakeSolutions.evaluation(1).id());
		assertFalse(session.isEdited());
		session.selection().choose(FakeSolutions.evaluation(0));
		await(() -> session.found().evaluation().id() == FakeSolutions.evaluation(0).id());
		assertEquals(before - 2, session.found().atoms().size(), "edits wait for one's return");
		edits.edit(EditedAtoms::discarded);
		await(() -> session.found().atoms().size() == before);
		assertFalse(session.isEdited());
		edits.edit(atoms -> atoms.add(-100, 0));
		assertEquals(1, said.size());
		assertTrue(said.get(0).startsWith("There can be no atom"), said.get(0));
	}

	@Test
	void whatIsSavedIsWhatIsChosen() throws Exception {
		session.selection().choose(FakeSolutions.evaluation(1));
		session.save(Path.of("somewhere"));
		await(() -> fake.saved != null);
		assertSame(FakeSolutions.evaluation(1), fake.saved.evaluation());
	}

	@Test
	void aSecondSaveWaitsForTheFirst() throws Exception {
		fake.saveGate = new CountDownLatch(1);
		session.save(A);
		session.save(B);
		fake.saveGate.countDown();
		await(() -> told.contains("Saved to B."));
		assertEquals(List.of(A, B), fake.folders);
		assertEquals(List.of("Writing files to A …", "Writing files to B …", "Saved to A.", "Saved to B."),
			told);
		assertEquals(List.of(), said);
	}

	@Test
	void aSaveIsFinishedAfterClosing() throws Exception {
		fake.saveGate = new CountDownLatch(1);
		session.save(A);
		session.save(B);
		session.close();
		fake.saveGate.countDown();
		await(() -> told.contains("Saved to B."));
		assertEquals(List.of(A, B), fake.folders);
	}

	@Test
	void whatBecameOfASaveIsSaidAfterClosing() throws Exception {
		fake.saveGate = new CountDownLatch(1);
		fake.saveFails = new RewardAnalysisException("The disk is full.");
		session.save(A);
		session.close();
		fake.saveGate.countDown();
		await(() -> said.contains("The disk is full."));
	}

	@Test
	void aCancelledSaveIsNotCalledSaved() throws Exception {
		fake.saveFails = new CancellationException();
		session.save(A);
		await(() -> !said.isEmpty());
		assertTrue(said.get(0).startsWith("That was cancelled before its end"), said.get(0));
		assertFalse(told.contains("Saved to A."));
	}

	/** An arrow key before the atoms are found: what is saved is what was chosen then. */
	@Test
	void aSaveThatWaitsKeepsItsSolution() throws Exception {
		fake.gate = new CountDownLatch(1);
		session.selection().choose(FakeSolutions.evaluation(1));
		session.save(A);
		session.selection().choose(FakeSolutions.evaluation(2));
		fake.gate.countDown();
		await(() -> told.contains("Saved to A.") && heard.size() == 1);
		assertSame(FakeSolutions.evaluation(1), fake.saved.evaluation());
		assertSame(FakeSolutions.evaluation(2), session.found().evaluation());
	}

	@Test
	void aSaveThatWaitsIsFinishedAfterClosing() throws Exception {
		fake.gate = new CountDownLatch(1);
		session.selection().choose(FakeSolutions.evaluation(1));
		session.save(A);
		session.close();
		fake.gate.countDown();
		await(() -> told.contains("Saved to A."));
		assertSame(FakeSolutions.evaluation(1), fake.saved.evaluation());
		assertEquals(List.of(), heard);
	}

	@Test
	void theImageWearsWhatIsAccepted() throws Exception {
		fake.saveGate = new CountDownLatch(1);
		final List<Integer> last = new ArrayList<>();
		session.accept(() -> last.add(fake.shown.get(fake.shown.size() - 1)));
		session.selection().choose(FakeSolutions.evaluation(2));
		await(() -> !heard.isEmpty());
		fake.saveGate.countDown();
		await(() -> !last.isEmpty());
		assertEquals(List.of(FakeSolutions.evaluation(0).id()), last);
		assertSame(FakeSolutions.evaluation(0), fake.saved.evaluation());
	}

	/** As found, not as a cancelled search has left it. */
	@Test
	void whatACancelLeftRoughIsRefinedWhenItIsWanted() throws Exception {
		fake.rough = session.found();
		assertFalse(session.undone().isEmpty());
		session.save(A);
		await(() -> told.contains("Saved to A."));
		assertSame(FakeSolutions.evaluation(0), fake.saved.evaluation());
		assertNotSame(fake.rough, fake.saved);
		assertTrue(session.undone().isEmpty());
	}

	@Test
	void whatIsNotAcceptedIsSaid() throws Exception {
		fake.gate = new CountDownLatch(1);
		session.selection().choose(FakeSolutions.evaluation(1));
		session.accept(() -> heard.add(null));
		session.selection().choose(FakeSolutions.evaluation(2));
		fake.gate.countDown();
		await(() -> !heard.isEmpty());
		assertEquals(List.of("“Use this” was given up, for something else was chosen or edited before the " +
			"atoms were found."), said);
		assertNull(fake.saved);
	}

	@Test
	void aFailureIsSaidAgainToThoseWhoWantWhatWasNotFound() throws Exception {
		fake.fails = true;
		session.selection().choose(FakeSolutions.evaluation(1));
		await(() -> said.size() == 1);
		session.save(A);
		session.accept(() -> heard.add(null));
		assertEquals(Collections.nCopies(3, "It can't be found."), said);
		fake.fails = false;
		session.selection().choose(FakeSolutions.evaluation(2));
		session.save(B);
		await(() -> told.contains("Saved to B."));
		assertEquals(List.of(B), fake.folders);
	}

	@Test
	void errorsAreSaid() throws Exception {
		fake.fails = true;
		session.selection().choose(FakeSolutions.evaluation(1));
		await(() -> !said.isEmpty());
		assertEquals(List.of("It can't be found."), said);
		assertNull(edits.atoms());
		edits.edit(atoms -> atoms.delete(0));
		assertEquals(2, said.size());
	}

	@Test
	void onceClosedNothingIsHeard() throws Exception {
		fake.gate = new CountDownLatch(1);
		session.selection().choose(FakeSolutions.evaluation(1));
		assertTrue(fake.begun.await(60, TimeUnit.SECONDS));
		session.close();
		fake.gate.countDown();
		assertTrue(fake.canceled.await(60, TimeUnit.SECONDS), "work hears of it");
		events.forEach(Runnable::run);
		assertEquals(List.of(), heard);
		assertEquals(List.of(), fake.shown);
	}
}
