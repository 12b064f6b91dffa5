package sc.fiji.rewardanalysis;

import java.awt.GraphicsEnvironment;
import java.awt.Robot;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests that open windows. They run in a Java of their own, which isn't headless. */
@Tag("display")
@ExtendWith(NeedsDisplay.Condition.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NeedsDisplay {

	/** Whether a display can be opened, not only whether one is named. */
	final class Condition implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(final ExtensionContext context) {
			try {
				if (GraphicsEnvironment.isHeadless()) return none("Java is headless");
				new Robot();
				return ConditionEvaluationResult.enabled("there is a display");
			}
			catch (final Throwable exc) {
				// An AWTError where the display that DISPLAY names isn't there.
				return none(exc.getMessage());
			}
		}

		private static ConditionEvaluationResult none(final String reason) {
			return ConditionEvaluationResult.disabled("no display (" + reason +
				"); start Xvfb and set DISPLAY to test the windows");
		}
	}
}
