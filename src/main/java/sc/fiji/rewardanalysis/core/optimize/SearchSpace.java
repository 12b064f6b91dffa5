package sc.fiji.rewardanalysis.core.optimize;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sc.fiji.rewardanalysis.core.Checks;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The parameters of a search, and the unit cube of those that are free: axis
 * <i>i</i> of the cube is the <i>i</i>-th free parameter. Immutable.
 */
public final class SearchSpace {

	private final List<Parameter> parameters;
	private final List<Parameter> axes;

	/**
	 * @throws RewardAnalysisException if there are no parameters or two share a name
	 */
	public SearchSpace(final List<Parameter> parameters) {
		this.parameters = List.copyOf(parameters);
		this.axes = this.parameters.stream().filter(Parameter::isFree).toList();
		if (parameters.isEmpty()) throw new RewardAnalysisException(
			"There is nothing to search; give at least one parameter.");
		final Set<String> names = new HashSet<>();
		for (final Parameter p : parameters)
			if (!names.add(p.name())) throw new RewardAnalysisException(
				"Two parameters are called %s; rename one.", p.name());
	}

	/** How many parameters are free: the cube's dimension. */
	public int dimension() {
		return axes.size();
	}

	/** All parameters, in the order given. */
	public List<Parameter> parameters() {
		return parameters;
	}

	/** The free parameters, in the order of the cube's axes. */
	public List<Parameter> axes() {
		return axes;
	}

	/** Which axes of the cube are categorical. */
	boolean[] categorical() {
		final boolean[] categorical = new boolean[axes.size()];
		for (int i = 0; i < categorical.length; i++)
			categorical[i] = axes.get(i).isCategorical();
		return categorical;
	}

	/** The configuration at a point of the cube. */
	public Configuration at(final double[] unit) {
		checkDimension(unit);
		final Map<String, Double> values = new LinkedHashMap<>();
		int axis = 0;
		for (final Parameter p : parameters)
			values.put(p.name(), p.at(p.isFree() ? unit[axis++] : 0));
		return Configuration.of(values);
	}

	/**
	 * The point of the cube that stands for a configuration.
	 *
	 * @throws RewardAnalysisException if a free parameter is missing or out of its
	 *           bounds
	 */
	public double[] toUnit(final Configuration configuration) {
		final double[] unit = new double[axes.size()];
		for (int i = 0; i < unit.length; i++)
			unit[i] = axes.get(i).toUnit(configuration.get(axes.get(i).name()));
		return unit;
	}

	/**
	 * The same configuration in this space's order, with fixed values filled in.
	 *
	 * @throws RewardAnalysisException if it is not a point of this space or has
	 *           settings that the space does not know
	 */
	public Configuration completed(final Configuration configuration) {
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final Parameter p : parameters) {
			final boolean omitted = !p.isFree() && !configuration.names().contains(p.name());
			final double value = omitted ? p.at(0) : configuration.get(p.name());
			p.toUnit(value);
			values.put(p.name(), value);
		}
		for (final String name : configuration.names())
			if (!values.containsKey(name)) throw new RewardAnalysisException(
				"%s is not a parameter of this search; it has %s.", name, values.keySet());
		return Configuration.of(values);
	}

	/**
	 * The point that stands for all those with the same configuration: integer and
	 * categorical axes rounded, the others clipped to 0 … 1. Models look at snapped
	 * points only, so they are constant between integers and within a choice (Garrido-Merchán &amp; Hernández-Lobato
	 * 2020, Neurocomputing 380:20, doi:10.1016/j.neucom.2019.11.004).
	 */
	public double[] snapped(final double[] unit) {
		checkDimension(unit);
		final double[] snapped = new double[unit.length];
		for (int i = 0; i < unit.length; i++)
			snapped[i] = axes.get(i).snapped(Checks.finite("Coordinate " + i, unit[i]));
		return snapped;
	}

	private void checkDimension(final double[] unit) {
		if (unit.length != axes.size()) throw new RewardAnalysisException(
			"The point has %d coordinates; the search space has %d axes.", unit.length, axes.size());
	}
}
