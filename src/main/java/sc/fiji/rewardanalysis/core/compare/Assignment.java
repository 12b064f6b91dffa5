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

package sc.fiji.rewardanalysis.core.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The one-to-one assignment in a sparse bipartite graph that has the most pairs
 * and, among those, the least total cost.
 * <p>
 * Each connected component is solved alone: every row in turn takes the cheapest
 * augmenting path, found by Dijkstra's algorithm on costs reduced by the columns'
 * potentials (Jonker &amp; Volgenant 1987, Computing 38:325), either to a free
 * column or to its own "unassigned" column, whose price exceeds any saving. For
 * points of the plane and a tolerance below their spacing the components, and with
 * them the searches, have a handful of members, and the time is linear in the
 * number of edges.
 */
final class Assignment {

	private static final int NONE = -1;

	private final int[][] columns;
	private final double[][] costs;

	private final int[] columnOfRow, rowOfColumn;

	/** Per column: potential, and the state of the running search. */
	private final double[] potential, distance;
	private final int[] cameFrom;
	private final boolean[] settled;

	private record Step(double distance, int column) implements Comparable<Step> {

		@Override
		public int compareTo(final Step other) {
			final int order = Double.compare(distance, other.distance);
			return order != 0 ? order : Integer.compare(column, other.column);
		}
	}

	private Assignment(final int[][] columns, final double[][] costs, final int columnCount) {
		this.columns = columns;
		this.costs = costs;
		columnOfRow = filled(columns.length, NONE);
		rowOfColumn = filled(columnCount, NONE);
		potential = new double[columnCount];
		distance = new double[columnCount];
		Arrays.fill(distance, Double.POSITIVE_INFINITY);
		cameFrom = filled(columnCount, NONE);
		settled = new boolean[columnCount];
	}

	/**
	 * @param columns for each row the columns it may take, each at most once
	 * @param costs likewise their costs, not negative
	 * @return for each row its column, or −1
	 */
	static int[] solve(final int[][] columns, final double[][] costs, final int columnCount) {
		final Assignment assignment = new Assignment(columns, costs, columnCount);
		for (final List<Integer> rows : components(columns, columnCount)) {
			double dearest = 0;
			for (final int row : rows)
				for (final double cost : costs[row])
					dearest = Math.max(dearest, cost);
			// More than all pairs of the component together can cost.
			final double unassigned = (rows.size() + 1) * (dearest + Double.MIN_NORMAL);
			for (final int row : rows)
				assignment.augment(row, unassigned);
		}
		return assignment.columnOfRow;
	}

	private void augment(final int start, final double unassigned) {
		final PriorityQueue<Step> queue = new PriorityQueue<>();
		final List<Integer> touched = new ArrayList<>(), done = new ArrayList<>();
		// The cheapest way so far to free a column by leaving some row unassigned.
		double best = unassigned;
		int givesUp = start, end = NONE;
		relax(start, 0, queue, touched);
		while (!queue.isEmpty()) {
			final Step step = queue.poll();
			final int column = step.column;
			if (settled[column] || step.distance > distance[column]) continue;
			if (step.distance >= best) break;
			final int row = rowOfColumn[column];
			if (row == NONE) {
				best = step.distance;
				end = column;
				givesUp = NONE;
				break;
			}
			settled[column] = true;
			done.add(column);
			// What the row gains by letting go of this column.
			final double base = step.distance - (cost(row, column) - potential[column]);
			if (base + unassigned < best) {
				best = base + unassigned;
				givesUp = row;
			}
			relax(row, base, queue, touched);
		}
		for (final int column : done)
			if (distance[column] < best) potential[column] += distance[column] - best;
		if (givesUp != NONE && givesUp != start) {
			end = columnOfRow[givesUp];
			columnOfRow[givesUp] = NONE;
		}
		if (givesUp != start) shift(start, end);
		for (final int column : touched) {
			distance[column] = Double.POSITIVE_INFINITY;
			settled[column] = false;
			cameFrom[column] = NONE;
		}
	}

	private void relax(final int row, final double base, final PriorityQueue<Step> queue,
		final List<Integer> touched)
	{
		for (int k = 0; k < columns[row].length; k++) {
			final int column = columns[row][k];
			final double d = base + costs[row][k] - potential[column];
			if (settled[column] || d >= distance[column]) continue;
			if (distance[column] == Double.POSITIVE_INFINITY) touched.add(column);
			distance[column] = d;
			cameFrom[column] = row;
			queue.add(new Step(d, column));
		}
	}

	/** Gives each row on the path to {@code end} the column it was reached by. */
	private void shift(final int start, final int end) {
		int column = end;
		while (true) {
			final int row = cameFrom[column];
			final int next = columnOfRow[row];
			columnOfRow[row] = column;
			rowOfColumn[column] = row;
			if (row == start) return;
			column = next;
		}
	}

	private double cost(final int row, final int column) {
		for (int k = 0; k < columns[row].length; k++)
			if (columns[row][k] == column) return costs[row][k];
		throw new IllegalStateException("no such edge");
	}

	/** The rows of each connected component; rows without an edge are in none. */
	private static List<List<Integer>> components(final int[][] columns, final int columnCount) {
		final List<List<Integer>> rowsOf = new ArrayList<>(columnCount);
		for (int c = 0; c < columnCount; c++)
			rowsOf.add(new ArrayList<>(2));
		for (int row = 0; row < columns.length; row++)
			for (final int column : columns[row])
				rowsOf.get(column).add(row);
		final boolean[] rowSeen = new boolean[columns.length];
		final boolean[] columnSeen = new boolean[columnCount];
		final List<List<Integer>> components = new ArrayList<>();
		final ArrayDeque<Integer> front = new ArrayDeque<>();
		for (int first = 0; first < columns.length; first++) {
			if (rowSeen[first] || columns[first].length == 0) continue;
			final List<Integer> rows = new ArrayList<>();
			rowSeen[first] = true;
			front.add(first);
			while (!front.isEmpty()) {
				final int row = front.poll();
				rows.add(row);
				for (final int column : columns[row]) {
					if (columnSeen[column]) continue;
					columnSeen[column] = true;
					for (final int other : rowsOf.get(column)) {
						if (rowSeen[other]) continue;
						rowSeen[other] = true;
						front.add(other);
					}
				}
			}
			components.add(rows);
		}
		return components;
	}

	private static int[] filled(final int length, final int value) {
		final int[] array = new int[length];
		Arrays.fill(array, value);
		return array;
	}
}
