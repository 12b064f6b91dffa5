package sc.fiji.rewardanalysis.ui.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.core.workflow.EditedAtoms;

/** Without a window: this thread is the event thread. */
class SessionTest {

	private final LinkedBlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
	private final FakeSolutions fake = new FakeSolutions(new ImagePlus());
	private final List<Found> heard = new ArrayList<>();
	private final List<String> said = new ArrayList<>();
	private Session session;

	@BeforeEach
	void open() {
		session = new Session(fake, fake.found(fake.atoms(FakeSolutions.evaluation(0))), events::add);
		session.addListener(new Session.Listener() {

			@Override
			public void found(final Found found) {
				heard.add(found);
			}

			@Override
			public void said(final String sentence, final boolean isError) {
				if (isError) said.add(sentence);
			}
		});
	}

	@AfterEach
	void close() {
		session.close();
	}

	private void await(final BooleanSupplier what) throws InterruptedException {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
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
		assertTrue(fake.begun.await(20, TimeUnit.SECONDS));
		session.selection().choose(FakeSolutions.evaluation(2));
		fake.gate.countDown();
		await(() -> heard.size() == 1);
		assertSame(FakeSolutions.evaluation(2), heard.get(0).evaluation());
		assertEquals(List.of(FakeSolutions.evaluation(2).id()), fake.shown);
	}

	@Test
	void editsAreJudgedKeptAndTakenBack() throws Exception {
		final int before = session.atoms().size();
		session.edit(atoms -> atoms.delete(0));
		session.edit(atoms -> atoms.delete(0));
		assertEquals(before - 2, session.atoms().size(), "at once");
		await(() -> !heard.isEmpty() && heard.get(heard.size() - 1).atoms().size() == before - 2);
		session.selection().choose(FakeSolutions.evaluation(1));
		await(() -> session.found().evaluation().id() == FakeSolutions.evaluation(1).id());
		assertFalse(session.isEdited());
		session.selection().choose(FakeSolutions.evaluation(0));
		await(() -> session.found().evaluation().id() == FakeSolutions.evaluation(0).id());
		assertEquals(before - 2, session.found().atoms().size(), "edits wait for one's return");
		session.edit(EditedAtoms::discarded);
		await(() -> session.found().atoms().size() == before);
		assertFalse(session.isEdited());
		session.edit(atoms -> atoms.add(-100, 0));
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
	void errorsAreSaid() throws Exception {
		fake.fails = true;
		session.selection().choose(FakeSolutions.evaluation(1));
		await(() -> !said.isEmpty());
		assertEquals(List.of("It can't be found."), said);
		assertNull(session.atoms());
		session.edit(atoms -> atoms.delete(0));
		assertEquals(2, said.size());
	}

	@Test
	void onceClosedNothingIsHeard() throws Exception {
		fake.gate = new CountDownLatch(1);
		session.selection().choose(FakeSolutions.evaluation(1));
		assertTrue(fake.begun.await(20, TimeUnit.SECONDS));
		session.close();
		fake.gate.countDown();
		assertTrue(fake.canceled.await(20, TimeUnit.SECONDS), "work hears of it");
		events.forEach(Runnable::run);
		assertEquals(List.of(), heard);
		assertEquals(List.of(), fake.shown);
	}
}
