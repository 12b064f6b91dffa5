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

package sc.fiji.rewardanalysis.core.workflow.noise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.Blob;
import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Waiting;
import sc.fiji.rewardanalysis.core.compare.Match;
import sc.fiji.rewardanalysis.core.compare.Matching;
import sc.fiji.rewardanalysis.core.reward.AtomPhysics;
import sc.fiji.rewardanalysis.core.reward.AtomSet;
import sc.fiji.rewardanalysis.core.reward.CountError;
import sc.fiji.rewardanalysis.core.reward.SpacingError;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomFindingTask;
import sc.fiji.rewardanalysis.core.workflow.atoms.AtomSolution;

/**
 * Runs every method on every noisy image, and measures what it finds: against the crystal, and
 * against the true positions within a distance, one to one. Only what lies in the counted area
 * counts. The image without added noise is given; its values are scaled to 0 to 1.
 */
public final class NoiseStudy {

	/** Of the shortest distance of columns: nearer to its column than to any other. */
	private static final double MATCH_FRACTION = 0.25;

	/** A search takes about so many detections; so much of the bar is for the first one. */
	private static final double FIRST = 25;

	private final NoiseSettings settings;
	private final NoiseSource source;
	private final NoiseScene known;
	private final Area valid;
	private final NoiseTruth given;

	/** Of the methods; the same whatever was chosen. */
	private record Scored(NoiseScene scene, NoiseTruth truth) {}

	/**
	 * @param image without added noise, two-dimensional; not changed
	 * @param whole the part to analyse, in the image's coordinates
	 * @param truth null to compare with what LoG* finds without added noise
	 * @throws RewardAnalysisException if the crystal, the image and the truth don't go together
	 */
	public <T extends RealType<T>> NoiseStudy(final RandomAccessibleInterval<T> image,
		final Area whole, final NoiseSettings settings, final NoiseTruth truth,
		final Progress progress)
	{
		this.settings = Checks.given("settings", settings);
		final AtomFindingTask task = new AtomFindingTask(image, whole, settings.finding(), progress.part(
			0, 0.5));
		final AtomPhysics physics = task.physics();
		valid = task.validArea().area();
		given = truth;
		if (truth != null) truth.check(physics);
		known = new NoiseScene(whole, settings.finding(), physics, null);
		source = new NoiseSource(image, whole, settings.levels().unit(), settings.finding().pixelSize(),
			settings.seed(), progress.part(0.5, 1));
	}

	/** What is expected of the image. */
	public AtomPhysics physics() {
		return known.physics();
	}

	/** What is studied. */
	public NoiseSettings settings() {
		return settings;
	}

	/** What of the image is analysed, px. */
	public Area area() {
		return valid;
	}

	/** The truth, if one was given. */
	public Optional<NoiseTruth> truth() {
		return Optional.ofNullable(given);
	}

	/** Pairs are no farther apart, nm. */
	public double matchDistance() {
		return settings.matchDistance() > 0 ? settings.matchDistance() : MATCH_FRACTION * physics()
			.nearestDistance();
	}

	/**
	 * Finds the optimum without added noise, then runs all that isn't done.
	 *
	 * @param log what is done already, and is told what is done now
	 * @param listener is told the same on this thread, without what was done already
	 * @return cancelled, what there is
	 * @throws CancellationException if cancelled with no run done
	 * @throws RewardAnalysisException if nothing is found without added noise
	 */
	public NoiseResult run(final NoiseLog log, final Progress progress,
		final Consumer<NoiseRun> listener)
	{
		final double all = FIRST + settings.methods().stream().mapToDouble(NoiseMethod::effort).sum() *
			settings.runs() / settings.methods().size();
		final RandomAccessibleInterval<DoubleType> clean = source.clean();
		final long start = System.nanoTime();
		progress.update(0, "The optimum without added noise");
		final AtomSolution solution;
		try {
			solution = settings.search().solution(clean, known, said(progress.part(0, FIRST / all),
				"Without added noise"));
		}
		catch (final RewardAnalysisException exc) {
			throw new RewardAnalysisException(exc,
				"Without added noise LoG* finds nothing to begin with: %s Check the crystal, the pixel size, and whether atoms are bright or dark.",
				exc.getMessage());
		}
		final double seconds = (System.nanoTime() - start) * 1e-9;
		final List<Blob> atoms = solution.atoms().atoms();
		final Scored scored = new Scored(new NoiseScene(known.area(), known.settings(), physics(), solution
			.parameters()), given == null ? NoiseTruth.found(atoms) : given);
		final NoiseMethod.Detected optimum = new NoiseMethod.Detected(atoms, LogBlobs.table(solution
			.parameters()));
		final Runs runs = new Runs(log, listener, scored);
		try {
			runs.all(optimum, seconds, progress, all);
		}
		catch (final CancellationException exc) {
			if (runs.done.isEmpty()) throw exc;
		}
		runs.done.sort(Comparator.comparingInt(NoiseRun::level).thenComparingInt(NoiseRun::repeat)
			.thenComparingInt(r -> index(r.method())));
		return new NoiseResult(settings, physics(), solution.parameters(), atoms, scored.truth, runs.done);
	}

	private int index(final String method) {
		int i = 0;
		while (!settings.methods().get(i).name().equals(method))
			i++;
		return i;
	}

	private final class Runs {

		private final NoiseLog log;
		private final Consumer<NoiseRun> listener;
		private final Scored scored;
		private final List<NoiseRun> done = new ArrayList<>();

		Runs(final NoiseLog log, final Consumer<NoiseRun> listener, final Scored scored) {
			this.log = log;
			this.listener = listener;
			this.scored = scored;
		}

		/** @param optimum of the search without added noise, which took so many seconds */
		void all(final NoiseMethod.Detected optimum, final double seconds, final Progress progress,
			final double all)
		{
			double before = FIRST;
			for (int level = 0; level < settings.levels().size(); level++)
				for (int repeat = 1; repeat <= settings.repeats(level); repeat++) {
					RandomAccessibleInterval<DoubleType> image = null;
					for (final NoiseMethod method : settings.methods()) {
						final Progress part = said(progress.part(before / all, (before + method.effort()) / all),
							where(level, repeat) + ", " + method.name());
						before += method.effort();
						progress.checkCanceled();
						final Optional<NoiseRun> known = known(level, repeat, method);
						if (known.isPresent()) {
							done.add(known.get());
							continue;
						}
						part.update(0, "");
						final boolean isFirst = settings.levels().isClean(level) && method.equals(settings
							.search());
						if (image == null) image = noisy(level, repeat, part);
						tell(isFirst ? measured(level, repeat, method, optimum, seconds, "", part) : run(level,
							repeat, method, image, part));
					}
				}
			progress.update(1, "All runs are done, files and charts follow");
		}

		private Optional<NoiseRun> known(final int level, final int repeat, final NoiseMethod method) {
			final double noise = settings.levels().values()[level];
			return log.known().stream().filter(r -> r.isOf(noise, repeat, method.name())).findFirst().map(
				r -> r.at(level));
		}

		private void tell(final NoiseRun run) {
			log.done(run);
			done.add(run);
			listener.accept(run);
		}

		private NoiseRun run(final int level, final int repeat, final NoiseMethod method,
			final RandomAccessibleInterval<DoubleType> image, final Progress progress)
		{
			final long start = System.nanoTime();
			NoiseMethod.Detected found;
			String failure = "";
			try {
				found = method.detect(image, scored.scene, progress);
			}
			catch (final RewardAnalysisException exc) {
				found = new NoiseMethod.Detected(List.of(), Map.of());
				failure = exc.getMessage();
			}
			progress.checkCanceled();
			return measured(level, repeat, method, found, (System.nanoTime() - start) * 1e-9, failure,
				progress);
		}

		private NoiseRun measured(final int level, final int repeat, final NoiseMethod method,
			final NoiseMethod.Detected found, final double seconds, final String failure,
			final Progress progress)
		{
			return new NoiseRun(level, settings.levels().values()[level], repeat, method.name(), Waiting
				.unlessCancelled(() -> scores(found.atoms(), scored.truth), progress), found.parameters(),
				seconds, failure);
		}
	}

	/**
	 * An image that methods get.
	 *
	 * @param level from 0
	 * @param repeat from 1
	 * @return a copy
	 * @throws CancellationException if cancelled
	 */
	public RandomAccessibleInterval<DoubleType> noisy(final int level, final int repeat,
		final Progress progress)
	{
		return settings.levels().isClean(level) ? source.clean() : source.noisy(settings.levels()
			.values()[level], repeat, progress);
	}

	/** What is found, against the crystal and the truth. Too few atoms have no spacing error. */
	NoiseRun.Scores scores(final List<Blob> found, final NoiseTruth truth) {
		final AtomSet set = new AtomSet(found.stream().filter(valid::contains).toList(), physics());
		final Match match = Matching.match(set.atoms(), truth.atoms(), matchDistance() / settings.finding()
			.pixelSize(), physics().counted());
		return new NoiseRun.Scores(set.counted().length, CountError.band().score(set).value(), CountError
			.paper().score(set).value(), set.isFeasible() ? new SpacingError().score(set).value()
				: Double.NaN, match.f1(), match.precision(), match.recall(), match.rmsd() * settings.finding()
					.pixelSize());
	}

	private String where(final int level, final int repeat) {
		final NoiseUnit unit = settings.levels().unit();
		return (unit.isDose() ? "" : "Noise ") + unit.text(settings.levels().values()[level]) + (settings.repeats(level) > 1 ? ", repeat " + repeat + " of " + settings.repeats()
			: "");
	}

	/** Says where it is, whatever a part of the work says. */
	private static Progress said(final Progress progress, final String text) {
		return new Progress() {

			@Override
			public void update(final double fraction, final String message) {
				progress.update(fraction, text);
			}

			@Override
			public boolean isCanceled() {
				return progress.isCanceled();
			}

			@Override
			public Progress again() {
				return said(progress.again(), text);
			}
		};
	}
}
