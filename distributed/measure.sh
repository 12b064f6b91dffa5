#!/usr/bin/env bash
# Throughput and overhead: a single Java machine with one and two threads against a cluster on
# loopback with one and two workers of one core. Prints the table of docs/scaling.md. Each worker, and
# the single machine's one thread, has one processor to itself: else a Java machine's compiler and
# collector take the other one, and a second worker has nothing to add. The driver takes what it gets.
# Build first:
# mvn -B -ntp -f distributed pre-integration-test -DskipTests
# Sets of images: SETS="number:size ..." (default "400:256 100:512").
set -euo pipefail
# shellcheck source=cluster.sh
. "$(dirname "$0")/cluster.sh"
PATIENCE=7200
sets=${SETS:-400:256 100:512}
analysis=${ANALYSIS:-Optimize Atom Finding...} options=${OPTIONS-lattice=YBa2Cu3O7-100}

run=$target/measure
rm -rf "$run"
mkdir -p "$run"

now() { date +%s.%N; }

# row SET HOW CORES WALL LOG: reads the seconds that the program told
row() {
	sed -n 's/^Seconds: \([0-9.]*\) until the first image, \([0-9.]*\) for \([0-9]*\) images, \([0-9.]*\) for tables.$/\1 \2 \3 \4/p' "$5" |
		awk -v set="$1" -v how="$2" -v cores="$3" -v wall="$4" '{
			printf "| %s | %s | %.1f | %.1f | %.1f | %.0f | %.2f |\n", set, how, wall - $2 - $4, $2, $4,
				3600 * $3 / $2, cores * $2 / $3 }'
}

echo "$analysis $options"
echo
echo "| images | program | start-up, s | analysis, s | tables, s | images an hour | core seconds an image |"
echo "|---|---|---|---|---|---|---|"
for set in $sets; do
	number=${set%:*} size=${set#*:} name="${set%:*} of ${set#*:}²"
	of_tests TestImages "$run/in-$size" "$number" "$size"
	for threads in 1 2; do
		on=(taskset -c "0-$((threads - 1))")
		begin=$(now)
		of_tests SingleMachine "$run/in-$size" "$run/single-$size-$threads" "$analysis" "$options" $threads >"$run/single.log"
		row "$name" "one Java machine, threads: $threads" $threads "$(echo "$(now) $begin" | awk '{print $1 - $2}')" "$run/single.log"
	done
	for workers in 1 2; do
		start_master "$run/cluster-$size-$workers"
		run=$target/measure/cluster-$size-$workers
		for w in $(seq $workers); do
			on=(taskset -c $((w - 1)))
			start_worker "worker-$w" 1 1g
		done
		on=()
		begin=$(now)
		submit "$run/job.log" 768m AnalyseImages --input "$target/measure/in-$size" --output "file://$run/output" \
			--analysis "$analysis" --options "$options" || fail "$(cat "$run/job.log")"
		row "$name" "cluster, workers of one core: $workers" $workers "$(echo "$(now) $begin" | awk '{print $1 - $2}')" "$run/job.log"
		stop_cluster
		run=$target/measure
		of_tests CompareRuns "$run/cluster-$size-$workers/output" "$run/single-$size-1" >"$run/compared.log"
	done
done
