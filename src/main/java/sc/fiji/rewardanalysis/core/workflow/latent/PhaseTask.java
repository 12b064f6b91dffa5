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

package sc.fiji.rewardanalysis.core.workflow.latent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.Progress;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.Words;
import sc.fiji.rewardanalysis.core.latent.LatentModel;
import sc.fiji.rewardanalysis.core.latent.LatentTrainer;
import sc.fiji.rewardanalysis.core.latent.PatchSet;
import sc.fiji.rewardanalysis.core.latent.PhysicsLoss;
import sc.fiji.rewardanalysis.core.optimize.Configuration;
import sc.fiji.rewardanalysis.core.optimize.Engine;
import sc.fiji.rewardanalysis.core.optimize.Evaluation;
import sc.fiji.rewardanalysis.core.optimize.Link;
import sc.fiji.rewardanalysis.core.optimize.Parameter;
import sc.fiji.rewardanalysis.core.optimize.Pick;
import sc.fiji.rewardanalysis.core.optimize.SearchSpace;
import sc.fiji.rewardanalysis.core.optimize.StopRule;
import sc.fiji.rewardanalysis.core.optimize.Study;
import sc.fiji.rewardanalysis.core.workflow.Analysis;
import sc.fiji.rewardanalysis.core.workflow.Goal;
import sc.fiji.rewardanalysis.core.workflow.Optimization;
import sc.fiji.rewardanalysis.core.workflow.Range;
import sc.fiji.rewardanalysis.core.workflow.SampledRun;
import sc.fiji.rewardanalysis.core.workflow.SearchEngine;
import sc.fiji.rewardanalysis.core.workflow.SearchListener;
import sc.fiji.rewardanalysis.core.workflow.SearchResult;
import sc.fiji.rewardanalysis.core.workflow.StudyLog;

/**
 * The search for the weight of the physics loss: each evaluation is a training, judged by the
 * length of the phases' boundaries and by how well patches are drawn. A reference is what is
 * worth nothing: boundaries between half of all neighbours, as of phases by chance, and as much
 * error as a grey patch has.
 */
public final class PhaseTask implements Analysis<PhaseResult> {

	/** The parameter that is searched. */
	public static final String WEIGHT = "physics_weight";

	private final PhaseScene scene;
	private final PhaseSettings settings;
	private final Range weights;
	private final LatentTrainer trainer;
	private final ModelStore store;
	private final Consumer<LatentModel> after;
	private final PatchSet patches;
	private final SearchSpace space;
	private final List<Goal<PhaseResult>> goals;
	private final Optimization<PhaseResult> optimization;

	/**
	 * @param settings whose weight of the physics loss is searched
	 * @param weights from the smallest to the largest, above 0
	 * @param store keeps what was trained
	 * @param after hears of the model after each epoch
	 */
	public PhaseTask(final PhaseScene scene, final PhaseSettings settings, final Range weights,
		final LatentTrainer trainer, final ModelStore store, final Consumer<LatentModel> after,
		final Progress progress)
	{
		this.scene = Checks.given("scene", scene);
		this.settings = Checks.given("settings", settings);
		this.weights = Checks.given("range of weights", weights);
		this.trainer = Checks.given("trainer", trainer);
		this.store = Checks.given("store of networks", store);
		this.after = after;
		if (settings.network().physics().form() == PhysicsLoss.Form.NONE)
			throw new RewardAnalysisException(
				"Without a physics loss there is no weight to search; choose published or differentiable.");
		settings.segmentation().checkLatent(settings.network());
		if (!(weights.low() > 0)) throw new RewardAnalysisException(
			"Weights are searched from %s on; weight_low must be a number above 0, such as 0.01.", weights.low());
		space = new SearchSpace(List.of(Parameter.of(WEIGHT, "1", weights.low(), weights.high(), true)));
		patches = scene.patches(settings, progress);
		final double chance = scene.area().size() / spacing() * scene.unit();
		goals = List.of(new Goal<>(PhaseReward.boundary(scene.unitName()), Link.identity(), chance),
			new Goal<>(PhaseReward.reconstruction(), Link.identity(), deviation()));
		optimization = new Optimization<>(this, goals, PhaseReward.REPORTED, PhaseResult::isFeasible);
	}

	private double spacing() {
		return patches.isRaster() ? settings.patches().stride() : Math.sqrt(scene.area().size() / patches
			.count());
	}

	/** Standard deviation of the patches' pixels. */
	private double deviation() {
		double sum = 0, squares = 0;
		for (final float[] patch : patches.patches())
			for (final float value : patch) {
				sum += value;
				squares += (double) value * value;
			}
		final double n = (double) patches.count() * patches.size() * patches.size();
		return Math.max(1e-6, Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n))));
	}

	/** The image. */
	public PhaseScene scene() {
		return scene;
	}

	/** All but the weight. */
	public PhaseSettings settings() {
		return settings;
	}

	/** Where is searched. */
	public Range weights() {
		return weights;
	}

	/** What is learnt from. */
	public PatchSet patches() {
		return patches;
	}

	/** What is pursued. */
	public List<Goal<PhaseResult>> goals() {
		return goals;
	}

	@Override
	public SearchSpace searchSpace() {
		return space;
	}

	/** The weight of a point of the search space. */
	public static double weight(final Configuration parameters) {
		return parameters.get(WEIGHT);
	}

	/** The settings of a point of the search space. */
	public PhaseSettings settings(final Configuration parameters) {
		final PhysicsLoss physics = settings.network().physics();
		return new PhaseSettings(settings.patches(), settings.network().withPhysics(new PhysicsLoss(physics
			.form(), weight(parameters), physics.delay())), settings.segmentation());
	}

	/**
	 * Trains, unless that was done already. Of a training that is cancelled what was learnt is
	 * kept, and the next one goes on from there.
	 */
	@Override
	public PhaseResult analyse(final Configuration parameters, final Progress progress) {
		final double weight = weight(parameters);
		final PhaseSettings now = settings(parameters);
		final int epochs = now.network().epochs();
		final LatentModel known = store.get(weight).filter(m -> m.settings().withEpochs(epochs).equals(now
			.network()) && m.size() == patches.size()).orElse(null);
		final LatentModel model = known == null ? trainer.train(patches, now.network(), after, progress)
			: known.history().size() >= epochs ? known : trainer.resume(known, patches, epochs, after, progress);
		if (model != known && model.history().size() > 0) store.put(weight, model);
		if (model.history().size() < epochs) {
			progress.checkCanceled();
			throw new RewardAnalysisException("%s", model.advice());
		}
		return PhaseResult.of(scene, patches, model, now.segmentation(), progress);
	}

	/** A study of this task, without evaluations yet. */
	public Study newStudy(final Engine engine, final long seed) {
		return optimization.newStudy(engine, seed);
	}

	/** Searches; cancelled, what there is is kept. */
	public SearchResult run(final SearchEngine engine, final StopRule rule, final long seed,
		final StudyLog.Opener opener, final Progress progress, final SearchListener listener)
	{
		return SampledRun.search(engine, "a weight", rule, e -> newStudy(e, seed), opener, (study, log) -> {
			listener.begun(study);
			return optimization.run(study, rule, 1, log, progress, e -> listener.evaluated(study, e));
		});
	}

	/** The solution that a rule picks from the front; empty if nothing was feasible. */
	public Optional<Evaluation> pick(final Study study, final Pick rule) {
		final List<Evaluation> front = study.front();
		return front.isEmpty() ? Optional.empty() : Optional.of(rule.choose(front, study.reference()));
	}

	/** The phases of one of the study's evaluations. */
	public PhaseResult solution(final Evaluation evaluation, final Progress progress) {
		return analyse(evaluation.configuration(), progress);
	}

	/** What a solution has, or what is looked for, in a line. */
	public String expectation(final PhaseResult found) {
		if (found == null) return String.format(Locale.ROOT, "%d patches; weights of the %s physics loss from %.3g to %.3g",
			patches.count(), settings.network().physics().form().name().toLowerCase(Locale.ROOT), weights
				.low(), weights.high());
		return String.format(Locale.ROOT, "weight %.4g: %s", found.model().settings().physics().weight(),
			found.verdict());
	}

	/** Why an evaluation is no solution, a few words; empty if it is one. */
	public String whyNot(final Evaluation evaluation) {
		return evaluation.feasible() ? "" : evaluation.failure().isEmpty() ? "all latents collapsed"
			: evaluation.failure();
	}

	/** What a study without any solution means, a sentence. */
	public String verdict(final Study study) {
		return "No phases: with each of " + Words.count(study.evaluations().size(), "weight") +
			" all latents collapsed or the training failed; try smaller weights, or more epochs.";
	}
}
