package sc.fiji.rewardanalysis;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Tests that compute with a network. They are skipped where the POM has no PyTorch for the platform,
 * and only there: a PyTorch that doesn't start is an error.
 */
@ExtendWith(NeedsNetworks.Condition.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.TYPE, ElementType.METHOD })
public @interface NeedsNetworks {

	/** Whether the jar with PyTorch's libraries is there. */
	final class Condition implements ExecutionCondition {

		/** For tests in which a network is a part. */
		public static boolean holds() {
			return NeedsNetworks.class.getResource("/native/lib/pytorch.properties") != null;
		}

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(final ExtensionContext context) {
			return holds() ? ConditionEvaluationResult.enabled("there is a PyTorch")
				: ConditionEvaluationResult.disabled(
					"no PyTorch for %s on %s (see the profiles in the POM); networks aren't tested".formatted(
						System.getProperty("os.arch"), System.getProperty("os.name")));
		}
	}
}
