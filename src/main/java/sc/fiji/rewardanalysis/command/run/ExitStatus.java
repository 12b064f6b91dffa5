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

package sc.fiji.rewardanalysis.command.run;

import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Makes {@code fiji --headless …} end with status 1 if a command of the suite has failed in it,
 * which would be 0 otherwise, so that shells and clusters notice.
 * <p>
 * All that was asked for is done first: status is set where Fiji ends, when the main method of
 * its own disposes of its context. A context that a test, PyImageJ or another program disposes of
 * ends no Java.
 */
@Plugin(type = Service.class)
public final class ExitStatus extends AbstractService implements SciJavaService {

	/** What Fiji's launcher starts. */
	private static final Set<String> MAINS = Set.of("net.imagej.Main", "sc.fiji.Main");

	private final AtomicBoolean failed = new AtomicBoolean();

	/** Told by a command that has failed. */
	void fail() {
		failed.set(true);
	}

	/** Whether a command has failed. */
	boolean isFailed() {
		return failed.get();
	}

	@Override
	public void dispose() {
		if (failed.get() && GraphicsEnvironment.isHeadless() && isMain(Thread.currentThread()
			.getStackTrace())) System.exit(1);
	}

	/** Whether a thread's calls began in Fiji's main method. */
	static boolean isMain(final StackTraceElement[] calls) {
		return Arrays.stream(calls).anyMatch(c -> c.getMethodName().equals("main") && MAINS.contains(c
			.getClassName()));
	}
}
