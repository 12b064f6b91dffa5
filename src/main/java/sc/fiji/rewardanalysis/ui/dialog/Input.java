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

package sc.fiji.rewardanalysis.ui.dialog;

import java.util.List;

/**
 * One input of a command.
 *
 * @param name its key in macros
 * @param label what the user reads, with the unit
 * @param description what a value does to the result, for the tool tip
 * @param type a boxed number, {@link Boolean}, {@link String} or {@link java.io.File}
 * @param choices the values to choose from; empty if it is free
 * @param min smallest value of a number; NaN if there is none
 * @param max largest value; NaN if there is none
 * @param step by which the arrow keys change a number
 * @param directory whether a file is a folder
 * @param initial the value at first and after a reset
 */
public record Input(String name, String label, String description, Class<?> type,
	List<String> choices, double min, double max, double step, boolean directory, Object initial)
{

	public Input {
		choices = List.copyOf(choices);
	}

	/** A choice that is no input of a command. */
	public static Input choice(final String name, final String label, final String description,
		final List<String> choices)
	{
		return new Input(name, label, description, String.class, choices, Double.NaN, Double.NaN, 1,
			false, choices.get(0));
	}
}
