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

package sc.fiji.rewardanalysis.command;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import javax.imageio.plugins.tiff.TIFFTag;
import javax.imageio.stream.ImageOutputStream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.Prefs;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.plugin.Raw;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

/** One image in the file formats that come from microscopes and their programs. */
final class SavedImages {

	private final float[] values;
	private final int width, height;
	private final Path folder;

	/** @param image its grey values are spread over the range of integers where a file has them */
	SavedImages(final ImagePlus image, final Path folder) {
		this.folder = folder;
		width = image.getWidth();
		height = image.getHeight();
		values = ((float[]) image.getProcessor().convertToFloatProcessor().getPixels()).clone();
	}

	/** The values from 0 to {@code most}, rounded if {@code most} is above 1. */
	private FloatProcessor scaled(final double most) {
		float min = Float.POSITIVE_INFINITY, max = Float.NEGATIVE_INFINITY;
		for (final float value : values) {
			min = Math.min(min, value);
			max = Math.max(max, value);
		}
		final float[] scaled = new float[values.length];
		for (int i = 0; i < scaled.length; i++) {
			final double value = most * (values[i] - min) / (max - min);
			scaled[i] = (float) (most > 1 ? Math.rint(value) : value);
		}
		return new FloatProcessor(width, height, scaled);
	}

	/** Of 8, 16 or 32 bits, not calibrated. */
	ImageProcessor processor(final int bits) {
		return switch (bits) {
			case 8 -> scaled(255).convertToByte(false);
			case 16 -> scaled(65535).convertToShort(false);
			default -> scaled(1);
		};
	}

	/** As ImageJ saves it. */
	Path imageJTiff(final int bits, final boolean littleEndian, final String unit, final double pixel)
		throws IOException
	{
		return save(new ImagePlus("image", processor(bits)), littleEndian, unit, pixel);
	}

	/** The image in the second slice, its mirror image in the first. */
	Path stack(final String unit, final double pixel) throws IOException {
		final ImageStack stack = new ImageStack(width, height);
		final ImageProcessor first = processor(16);
		first.flipHorizontal();
		stack.addSlice(first);
		stack.addSlice(processor(16));
		return save(new ImagePlus("stack", stack), false, unit, pixel);
	}

	/** Saves an image of ImageJ with a pixel size. */
	Path save(final ImagePlus image, final boolean littleEndian, final String unit, final double pixel)
		throws IOException
	{
		final Calibration calibration = image.getCalibration();
		calibration.setUnit(unit);
		calibration.pixelWidth = calibration.pixelHeight = pixel;
		final Path file = Files.createTempFile(folder, "imagej", ".tif");
		final boolean preferred = Prefs.intelByteOrder;
		try {
			Prefs.intelByteOrder = littleEndian;
			final FileSaver saver = new FileSaver(image);
			if (image.getStackSize() > 1) saver.saveAsTiffStack(file.toString());
			else saver.saveAsTiff(file.toString());
		}
		finally {
			Prefs.intelByteOrder = preferred;
		}
		return file;
	}

	/**
	 * As a program other than ImageJ saves it.
	 *
	 * @param compression of {@link javax.imageio}; null for none
	 * @param unit 1 for none, 2 for an inch, 3 for a centimetre
	 * @param perUnit pixels per unit, as a fraction; null for no resolution at all
	 */
	Path foreignTiff(final int bits, final String compression, final int unit, final long[] perUnit)
		throws IOException
	{
		final BufferedImage image = buffered(bits);
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
		final ImageWriteParam parameters = writer.getDefaultWriteParam();
		if (compression != null) {
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionType(compression);
		}
		final TIFFDirectory tags = TIFFDirectory.createFromMetadata(writer.getDefaultImageMetadata(
			ImageTypeSpecifier.createFromRenderedImage(image), parameters));
		final BaselineTIFFTagSet known = BaselineTIFFTagSet.getInstance();
		if (perUnit != null) for (final int tag : new int[] { BaselineTIFFTagSet.TAG_X_RESOLUTION,
			BaselineTIFFTagSet.TAG_Y_RESOLUTION })
			tags.addTIFFField(new TIFFField(known.getTag(tag), TIFFTag.TIFF_RATIONAL, 1, new long[][] {
				perUnit }));
		if (perUnit != null) tags.addTIFFField(new TIFFField(known.getTag(
			BaselineTIFFTagSet.TAG_RESOLUTION_UNIT), unit));
		final Path file = Files.createTempFile(folder, "foreign", ".tif");
		Files.delete(file);
		try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, tags.getAsMetadata()), parameters);
		}
		finally {
			writer.dispose();
		}
		return file;
	}

	/** Grey of 8 or 16 bits. */
	Path png(final int bits) throws IOException {
		return png(buffered(bits));
	}

	/** Grey that is stored as red, green and blue, as screenshots are. */
	Path colourPng() throws IOException {
		final BufferedImage colour = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		final ImageProcessor grey = processor(8);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				colour.setRGB(x, y, 0x010101 * grey.get(x, y));
		return png(colour);
	}

	private Path png(final BufferedImage image) throws IOException {
		final Path file = Files.createTempFile(folder, "image", ".png");
		ImageIO.write(image, "png", file.toFile());
		return file;
	}

	private BufferedImage buffered(final int bits) {
		final BufferedImage image = new BufferedImage(width, height, bits == 8
			? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_USHORT_GRAY);
		final WritableRaster raster = image.getRaster();
		final ImageProcessor grey = processor(bits);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				raster.setSample(x, y, 0, grey.get(x, y));
		assert bits == 8 || raster.getDataBuffer() instanceof DataBufferUShort;
		return image;
	}

	/** Bytes after a header, opened as File &gt; Import &gt; Raw does. */
	ImagePlus raw(final int type, final boolean littleEndian) throws IOException {
		final int header = 37;
		final int bytes = type == FileInfo.GRAY8 ? 1 : type == FileInfo.GRAY32_FLOAT ? 4 : 2;
		final ByteBuffer buffer = ByteBuffer.allocate(header + bytes * width * height).order(littleEndian
			? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN).position(header);
		final ImageProcessor grey = processor(8 * bytes);
		for (int i = 0; i < width * height; i++)
			switch (type) {
				case FileInfo.GRAY8 -> buffer.put((byte) grey.get(i));
				case FileInfo.GRAY16_SIGNED -> buffer.putShort((short) (grey.get(i) - 32768));
				case FileInfo.GRAY16_UNSIGNED -> buffer.putShort((short) grey.get(i));
				default -> buffer.putFloat(grey.getf(i));
			}
		final Path file = Files.createTempFile(folder, "image", ".raw");
		Files.write(file, buffer.array());
		final FileInfo info = new FileInfo();
		info.fileFormat = FileInfo.RAW;
		info.fileType = type;
		info.width = width;
		info.height = height;
		info.offset = header;
		info.intelByteOrder = littleEndian;
		return Raw.open(file.toString(), info);
	}
}
