package sc.fiji.rewardanalysis.core.optimize;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** Values for the settings of an analysis, by name and in order. Immutable. */
public final class Configuration {

	private final Map<String, Double> values;

	private Configuration(final Map<String, Double> values) {
		this.values = Collections.unmodifiableMap(values);
	}

	/** A copy of {@code values}, in their order; every value is finite. */
	public static Configuration of(final Map<String, Double> values) {
		final Map<String, Double> copy = new LinkedHashMap<>();
		values.forEach((name, value) -> copy.put(Checks.given("The name of a setting", name), //
			Checks.finite(name, Checks.given(name, value))));
		return new Configuration(copy);
	}

	/**
	 * @throws RewardAnalysisException if there is no setting of that name; it lists
	 *           those that there are
	 */
	public double get(final String name) {
		final Double value = values.get(name);
		if (value == null) throw new RewardAnalysisException(
			"There is no setting %s; there are %s.", name, values.keySet());
		return value;
	}

	/** The settings' names, in order. */
	public Set<String> names() {
		return values.keySet();
	}

	/** An unmodifiable view, in order. */
	public Map<String, Double> asMap() {
		return values;
	}

	/** This configuration with one value replaced, or appended if it is new. */
	public Configuration with(final String name, final double value) {
		final Map<String, Double> copy = new LinkedHashMap<>(values);
		copy.put(name, value);
		return of(copy);
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Configuration && values.equals(((Configuration) other).values);
	}

	@Override
	public int hashCode() {
		return values.hashCode();
	}

	/** As {@code {name=value, …}}, in order. */
	@Override
	public String toString() {
		return values.toString();
	}
}
