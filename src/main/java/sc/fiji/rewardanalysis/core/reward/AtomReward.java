package sc.fiji.rewardanalysis.core.reward;

/** A reward of a set of atoms: all but the judgement itself. */
abstract class AtomReward implements Reward<AtomSet> {

	private final String name, unit, description;
	private final Direction direction;

	AtomReward(final String name, final String unit, final Direction direction,
		final String description)
	{
		this.name = name;
		this.unit = unit;
		this.direction = direction;
		this.description = description;
	}

	@Override
	public final String name() {
		return name;
	}

	@Override
	public final String unit() {
		return unit;
	}

	@Override
	public final Direction direction() {
		return direction;
	}

	@Override
	public final String description() {
		return description;
	}
}
