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
 * The commands of Plugins &gt; Reward Analysis: fields → core → output. A field's
 * name is its key in macros; {@code docs/macros.md} lists them. Three groups, here and in the packages
 * below that have commands:
 * <ul>
 * <li>commands, each with the fields that a dialog or macro fills in</li>
 * <li>their dialogs: {@code XForms} says what belongs together, {@code XOutlook} what to expect with the
 * values</li>
 * <li>what they do with the fields: {@code XRequest} and {@code XScene} are the values, checked,
 * {@code XOptimization} and {@code XReport} do the work and show what came of it</li>
 * </ul>
 * A command and its form are in one package, for they need each other: a command hands out its form, and a
 * form asks a copy of the command what follows from its fields. This package finds atoms, in images,
 * windows, stacks and series, tells them apart, and makes images; amorphous regions, the crystal, networks,
 * latents, macros, oracles, noise and many images have packages of their own. How any command runs is in
 * {@code command.run}, what several share in {@code command.form} and {@code command.search}.
 */
package sc.fiji.rewardanalysis.command;
