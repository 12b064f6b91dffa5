package sc.fiji.rewardanalysis.ui.pareto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;

import sc.fiji.rewardanalysis.Ybco;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.io.CsvTable;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.refine.RefinedAtoms;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingSearch;
import sc.fiji.rewardanalysis.core.workflow.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.AtomSolution;
import sc.fiji.rewardanalysis.core.workflow.EditedAtoms;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchReport;

/** Without a window: this thread is the event thread. */
class SessionTest {

	private static AtomFindingTask task;
	private static AtomFindingSearch.Result result;

	private final LinkedBlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
	private final Fake fake = new Fake();
	private final List<Found> heard = new ArrayList<>();
	private final List<String> said = new ArrayList<>();
	private Session session;

	@BeforeAll
	static void search() {
		task = Ybco.task();
		result = task.search().run(SearchEngine.SOBOL, new StopRule(12, false), 1, Progress.NONE);
	}

	@BeforeEach
	void open() {
		session = new Session(fake, fake.found(fake.atoms(evaluation(0))), events::add);
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

	private static Evaluation evaluation(final int i) {
		return result.study().evaluations().stream().filter(Evaluation::feasible).skip(i).findFirst()
			.orElseThrow();
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
		session.selection().choose(evaluation(1));
		await(() -> heard.size() == 1);
		assertSame(evaluation(1), heard.get(0).evaluation());
		assertEquals(List.of(evaluation(1).id()), fake.shown);
	}

	/** While the second is found a third is chosen: the second is cancelled and never shown. */
	@Test
	void theLatestWins() throws Exception {
		fake.gate = new CountDownLatch(1);
		session.selection().choose(evaluation(1));
		assertTrue(fake.begun.await(20, TimeUnit.SECONDS));
		session.selection().choose(evaluation(2));
		fake.gate.countDown();
		await(() -> heard.size() == 1);
		assertSame(evaluation(2), heard.get(0).evaluation());
		assertEquals(List.of(evaluation(2).id()), fake.shown);
	}

	@Test
	void editsAreJudgedKeptAndTakenBack() throws Exception {
		final int before = session.atoms().size();
		session.edit(atoms -> atoms.delete(0));
		session.edit(atoms -> atoms.delete(0));
		assertEquals(before - 2, session.atoms().size(), "at once");
		await(() -> !heard.isEmpty() && heard.get(heard.size() - 1).atoms().size() == before - 2);
		session.selection().choose(evaluation(1));
		await(() -> session.found().evaluation().id() == evaluation(1).id());
		assertFalse(session.isEdited());
		session.selection().choose(evaluation(0));
		await(() -> session.found().evaluation().id() == evaluation(0).id());
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
		session.selection().choose(evaluation(1));
		session.save(Path.of("somewhere"));
		await(() -> fake.saved != null);
		assertSame(evaluation(1), fake.saved.evaluation());
	}

	@Test
	void errorsAreSaid() throws Exception {
		fake.fails = true;
		session.selection().choose(evaluation(1));
		await(() -> !said.isEmpty());
		assertEquals(List.of("It can't be found."), said);
		assertNull(session.atoms());
		session.edit(atoms -> atoms.delete(0));
		assertEquals(2, said.size());
	}

	@Test
	void onceClosedNothingIsHeard() throws Exception {
		fake.gate = new CountDownLatch(1);
		session.selection().choose(evaluation(1));
		assertTrue(fake.begun.await(20, TimeUnit.SECONDS));
		session.close();
		fake.gate.countDown();
		assertTrue(fake.canceled.await(20, TimeUnit.SECONDS), "work hears of it");
		events.forEach(Runnable::run);
		assertEquals(List.of(), heard);
		assertEquals(List.of(), fake.shown);
	}

	private static final class Fake implements Solutions {

		private final ImagePlus image = new ImagePlus();
		private final List<Integer> shown = new ArrayList<>();
		private final CountDownLatch begun = new CountDownLatch(1), canceled = new CountDownLatch(1);
		private volatile CountDownLatch gate;
		private volatile boolean fails;
		private volatile Found saved;

		private EditedAtoms atoms(final Evaluation evaluation) {
			final AtomSolution solution = task.solution(evaluation, Progress.NONE);
			return EditedAtoms.of(solution, RefinedAtoms.asDetected(solution.atoms().atoms()), Ybco.AREA);
		}

		private Found found(final EditedAtoms atoms) {
			final AtomSolution solution = atoms.solution();
			return new Found(solution.evaluation(), "", "", "", List.of(new Layer(1, 0, 0, solution.atoms(), atoms
				.refined(), solution.errors())), atoms);
		}

		@Override
		public Found find(final Evaluation evaluation, final Consumer<Found> early,
			final Progress progress)
		{
			begun.countDown();
			try {
				if (gate != null) gate.await();
			}
			catch (final InterruptedException exc) {
				throw new AssertionError(exc);
			}
			if (progress.isCanceled()) canceled.countDown();
			if (fails) throw new RewardAnalysisException("It can't be found.");
			return found(atoms(evaluation));
		}

		@Override
		public Found edited(final EditedAtoms atoms, final Progress progress) {
			return found(atoms);
		}

		@Override
		public void show(final Found found) {
			shown.add(found.evaluation().id());
		}

		@Override
		public void save(final Found found, final Path folder, final Progress progress) {
			saved = found;
		}

		@Override
		public void accept(final Found found, final Progress progress) {
			saved = found;
		}

		@Override
		public ImagePlus image() {
			return image;
		}

		@Override
		public Study study() {
			return result.study();
		}

		@Override
		public SearchReport report() {
			return result.report();
		}

		@Override
		public Map<Pick, Evaluation> picks() {
			return Map.of();
		}

		@Override
		public CsvTable evaluations() {
			return new CsvTable(List.of("evaluation"));
		}

		@Override
		public String whyNotEditable() {
			return "";
		}
	}
}
