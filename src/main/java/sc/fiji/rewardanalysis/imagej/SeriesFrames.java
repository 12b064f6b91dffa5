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

package sc.fiji.rewardanalysis.imagej;

import java.util.Locale;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.measure.Calibration;

import sc.fiji.rewardanalysis.core.Area;
import sc.fiji.rewardanalysis.core.RewardAnalysisException;
import sc.fiji.rewardanalysis.core.workflow.series.SeriesSource;

/**
 * The frames of a stack, along one of its axes; of the others what is shown. Frames are read one
 * by one, from virtual stacks too.
 */
public final class SeriesFrames implements SeriesSource {

	private final AnalysedImage shown;
	private final int[] slices;
	private final Axis axis;

	/** Along which axis of a stack frames lie. */
	public enum Axis {
			/** The time, or else the slices, or else the channels. */
			AUTO,
			/** Time. */
			TIME,
			/** Slices. */
			SLICES,
			/** Channels. */
			CHANNELS
	}

	/**
	 * @param wanted automatic: a single image is a series that has only begun
	 * @throws RewardAnalysisException if there are fewer than two frames along a given axis
	 */
	public SeriesFrames(final AnalysedImage shown, final Axis wanted) {
		this.shown = shown;
		final ImagePlus image = shown.source();
		final int[] size = image.getDimensions();
		axis = wanted != Axis.AUTO ? wanted : size[4] > 1 ? Axis.TIME : size[3] > 1 ? Axis.SLICES
			: Axis.CHANNELS;
		final int n = switch (axis) {
			case TIME -> size[4];
			case SLICES -> size[3];
			default -> size[2];
		};
		if (n < 2 && wanted != Axis.AUTO) throw new RewardAnalysisException(
			"\"%s\" has %d channels, %d slices and %d frames, so there is no series along frames=%s; open a stack, or choose another axis.",
			image.getTitle(), size[2], size[3], size[4], wanted.name().toLowerCase(Locale.ROOT));
		final int[] at = image.convertIndexToPosition(shown.slice());
		slices = IntStream.rangeClosed(1, n).map(i -> switch (axis) {
			case TIME -> image.getStackIndex(at[0], at[1], i);
			case SLICES -> image.getStackIndex(at[0], i, at[2]);
			default -> image.getStackIndex(i, at[1], at[2]);
		}).toArray();
	}

	@Override
	public int size() {
		return slices.length;
	}

	@Override
	public Area area() {
		return shown.area();
	}

	@Override
	public Frame read(final int index) {
		final AnalysedImage frame = frame(index);
		return new Frame(frame.pixels(), frame.hash());
	}

	/** A frame, from 0. */
	public AnalysedImage frame(final int index) {
		return shown.at(slices[index]);
	}

	/** Which image of the stack a frame is, from 1. */
	public int slice(final int index) {
		return slices[index];
	}

	/** How many frames lie along which axis, in words. */
	public String describe() {
		return slices.length == 1 ? "1 frame: a single image" : slices.length + " frames along the " +
			(axis == Axis.TIME ? "time" : axis.name().toLowerCase(Locale.ROOT));
	}

	/**
	 * Time from a frame to the next, s.
	 *
	 * @param given s; 0 to take that of the image
	 * @return NaN if the image doesn't tell
	 */
	public double interval(final double given) {
		if (given > 0) return given;
		final Calibration calibration = shown.source().getCalibration();
		if (axis != Axis.TIME || !(calibration.frameInterval > 0)) return Double.NaN;
		return calibration.frameInterval * switch (String.valueOf(calibration.getTimeUnit()).toLowerCase(
			Locale.ROOT)) {
			case "s", "sec", "second", "seconds" -> 1;
			case "ms", "msec" -> 1e-3;
			case "us", "µs", "usec" -> 1e-6;
			case "min", "minute", "minutes" -> 60;
			case "h", "hour", "hours" -> 3600;
			default -> Double.NaN;
		};
	}
}
