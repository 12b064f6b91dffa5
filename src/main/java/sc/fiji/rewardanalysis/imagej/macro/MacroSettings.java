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

package sc.fiji.rewardanalysis.imagej.macro;

import java.awt.Color;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

import ij.IJ;
import ij.Prefs;
import ij.gui.Line;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.io.OpenDialog;
import ij.macro.Interpreter;
import ij.plugin.filter.Analyzer;
import ij.plugin.frame.RoiManager;
import ij.process.ImageConverter;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/** ImageJ's settings, which macros change and commands keep. */
final class MacroSettings {

	private MacroSettings() {}

	/** Remembers settings; what is given puts them back. */
	static List<Runnable> save() {
		final List<Runnable> undo = new ArrayList<>();
		for (final Field field : Prefs.class.getFields())
			if (Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) undo.add(
				saved(field));
		final int measurements = Analyzer.getMeasurements(), precision = Analyzer.getPrecision();
		undo.add(() -> {
			Analyzer.setMeasurements(measurements);
			Analyzer.setPrecision(precision);
		});
		final Color front = Toolbar.getForegroundColor(), back = Toolbar.getBackgroundColor(), roi = Roi
			.getColor();
		undo.add(() -> {
			Toolbar.setForegroundColor(front);
			Toolbar.setBackgroundColor(back);
			Roi.setColor(roi);
		});
		final int tool = Toolbar.getToolId(), width = Line.getWidth();
		undo.add(() -> {
			if (Toolbar.getInstance() != null && tool != Toolbar.getToolId()) Toolbar.getInstance().setTool(
				tool);
			if (width != Line.getWidth()) Line.setWidth(width);
		});
		final boolean scaling = ImageConverter.getDoScaling(), debug = IJ.debugMode;
		final String folder = OpenDialog.getLastDirectory(), file = OpenDialog.getLastName(), usual =
			OpenDialog.getDefaultDirectory();
		undo.add(() -> {
			ImageConverter.setDoScaling(scaling);
			IJ.debugMode = debug;
			OpenDialog.setLastDirectory(folder);
			OpenDialog.setLastName(file);
			OpenDialog.setDefaultDirectory(usual);
		});
		return undo;
	}

	private static Runnable saved(final Field field) {
		final Object value = value(field);
		return () -> set(field, value);
	}

	/**
	 * Takes the user's ROI Manager away, so that a macro in batch mode has one without a window.
	 * ImageJ keeps it in a field and offers no other way but to close it.
	 *
	 * @return what brings it back
	 */
	static Runnable withoutManager() {
		if (RoiManager.getRawInstance() == null) return () -> {};
		final Field instance = field(RoiManager.class);
		final Runnable undo = saved(instance);
		set(instance, null);
		return undo;
	}

	/**
	 * Remembers which macro runs, which ImageJ forgets once another one ends early.
	 *
	 * @return what reminds it
	 */
	static Runnable runningMacro() {
		return saved(field(Interpreter.class));
	}

	private static Field field(final Class<?> type) {
		try {
			final Field instance = type.getDeclaredField("instance");
			instance.setAccessible(true);
			return instance;
		}
		catch (final ReflectiveOperationException | RuntimeException exc) {
			throw new RewardAnalysisException(exc,
				"This version of ImageJ (%s) keeps its %s out of reach; use 1.54.", IJ.getVersion(), type
					.getSimpleName());
		}
	}

	private static Object value(final Field field) {
		try {
			return field.get(null);
		}
		catch (final IllegalAccessException exc) {
			throw new IllegalStateException("Public fields can be read.", exc);
		}
	}

	private static void set(final Field field, final Object value) {
		try {
			field.set(null, value);
		}
		catch (final IllegalAccessException exc) {
			throw new IllegalStateException("Fields that could be read can be set.", exc);
		}
	}
}
