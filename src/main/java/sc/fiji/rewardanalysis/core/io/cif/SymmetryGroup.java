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

package sc.fiji.rewardanalysis.core.io.cif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.rewardanalysis.core.RewardAnalysisException;

/**
 * The symmetry operations of a crystal, each once, up to whole cells. What has two symmetries has
 * their product, so files that leave out some operations, such as {@code x,y,z}, give the same
 * crystal as those that list all.
 */
final class SymmetryGroup {

	/** A space group has at most 192; a cell that is larger than the usual one may have more. */
	private static final int MOST = 1000;

	private SymmetryGroup() {}

	/**
	 * The smallest group with these operations.
	 *
	 * @param where the file, for messages
	 * @param listed any number of operations
	 * @return the identity, those listed, in their order, and their products
	 */
	static List<SymmetryOperation> of(final String where, final List<SymmetryOperation> listed) {
		final Map<List<Long>, SymmetryOperation> group = new LinkedHashMap<>();
		put(where, group, SymmetryOperation.IDENTITY);
		for (final SymmetryOperation operation : listed)
			put(where, group, operation);
		final List<SymmetryOperation> generators = List.copyOf(group.values());
		final List<SymmetryOperation> all = new ArrayList<>(generators);
		for (int i = 0; i < all.size(); i++)
			for (final SymmetryOperation generator : generators) {
				final SymmetryOperation product = all.get(i).after(generator);
				if (put(where, group, product)) all.add(product);
			}
		return all;
	}

	private static boolean put(final String where, final Map<List<Long>, SymmetryOperation> group,
		final SymmetryOperation operation)
	{
		if (group.putIfAbsent(operation.key(), operation) != null) return false;
		if (group.size() > MOST) throw new RewardAnalysisException(
			"The symmetry operations of %s and their products are more than %d, and a space group has at most 192; check them for misprints.",
			where, MOST);
		return true;
	}
}
