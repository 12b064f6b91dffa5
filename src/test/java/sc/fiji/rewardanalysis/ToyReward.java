package sc.fiji.rewardanalysis;

import java.util.function.ToDoubleFunction;

import sc.fiji.rewardanalysis.core.reward.Reward;
import sc.fiji.rewardanalysis.core.reward.Score;

/**
 * A reward for tests, minimised.
 *
 * @param <R> the result that it judges
 * @param value of a result
 */
public record ToyReward<R>(String name, ToDoubleFunction<R> value) implements Reward<R> {

	@Override
	public String unit() {
		return "1";
	}

	@Override
	public Direction direction() {
		return Direction.MINIMIZE;
	}

	@Override
	public String description() {
		return "A toy.";
	}

	@Override
	public Score score(final R result) {
		return Score.of(value.applyAsDouble(result));
	}
}
