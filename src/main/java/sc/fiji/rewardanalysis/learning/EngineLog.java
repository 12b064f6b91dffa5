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

package sc.fiji.rewardanalysis.learning;

import java.lang.reflect.Method;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the Deep Java Library logs. It warns of computers without a GPU and tells of threads;
 * Fiji's logger, Logback, opens its console window for that, which frightens people. What goes wrong
 * is told by exceptions.
 */
final class EngineLog {

	private static final String LIBRARY = "ai.djl", QUIET = "ERROR";

	private EngineLog() {}

	/** Lets only errors through, unless somebody has chosen otherwise. */
	static void quiet() {
		final Logger logger = LoggerFactory.getLogger(LIBRARY);
		try {
			final Method get = logger.getClass().getMethod("getLevel");
			final Class<?> level = get.getReturnType();
			if (get.invoke(logger) != null) return;
			logger.getClass().getMethod("setLevel", level).invoke(logger, level.getMethod("toLevel",
				String.class).invoke(null, QUIET));
		}
		catch (final ReflectiveOperationException exc) {
			// Another logger than Logback: what it shows is its user's choice.
			logger.debug("The level can't be set here.", exc);
		}
	}
}
