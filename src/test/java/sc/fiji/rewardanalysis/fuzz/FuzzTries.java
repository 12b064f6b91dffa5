package sc.fiji.rewardanalysis.fuzz;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Gives properties the number of tries and the seed of all fuzz tests. */
public final class FuzzTries implements AroundPropertyHook {

	@Override
	public PropertyExecutionResult aroundProperty(final PropertyLifecycleContext context,
		final PropertyExecutor property)
	{
		final PropertyAttributes attributes = context.attributes();
		attributes.setTries(Fuzz.cases(attributes.tries().orElse(100)));
		attributes.setSeed(Long.toString(Fuzz.seed()));
		return property.execute();
	}
}
