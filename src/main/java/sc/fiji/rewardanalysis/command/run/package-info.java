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

/**
 * How a command of the suite runs, whatever it does.
 * <ul>
 * <li>{@code AnalysisCommand}: what all commands do alike, from the progress to the macro line</li>
 * <li>where inputs come from: the image of {@code CallerImagePreprocessor}, a macro's options or a script's values
 * ({@code ReplayPreprocessor}, {@code MacroOptions}), a dialog ({@code DialogPreprocessor} asks what is
 * {@code Previewed})</li>
 * <li>what is heard of a run: {@code StatusProgress} and {@code StatusLine}, {@code NoteEvent},
 * {@code ExitStatus}</li>
 * <li>who runs commands besides ImageJ: {@code CommandLine} from a shell, {@code UnseenAnalysis} for one of many
 * images</li>
 * </ul>
 * It knows no command of its own: those are found by SciJava's index.
 */
package sc.fiji.rewardanalysis.command.run;
