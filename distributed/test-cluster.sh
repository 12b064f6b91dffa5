#!/usr/bin/env bash
# A real standalone cluster on loopback: a master and two workers, one of which is killed in the
# middle of a job. Proves that nothing is lost or done twice, and that the results are those of a
# single machine. mvn verify calls it; needs nothing but Java, bash and ps.
set -euo pipefail
# shellcheck source=cluster.sh
. "$(dirname "$0")/cluster.sh"
images=${IMAGES:-40} size=${SIZE:-160}
analysis="Optimize Atom Finding..." options="lattice=YBa2Cu3O7-100 evaluations=30"

run=$target/cluster
rm -rf "$run"
mkdir -p "$run"
begin=$SECONDS
say() { echo "[$((SECONDS - begin)) s] $*"; }

of_tests TestImages "$run/images" "$images" "$size"
start_master "$run"
start_worker worker-1 1 1g
start_worker worker-2 1 1g
second=$worker
say "A master and two workers run at $master."

# 1. A worker is killed in the middle.
submit "$run/job.log" 640m AnalyseImages --input "$run/images" --output "file://$run/output" \
	--analysis "$analysis" --options "$options" --images-per-task 1 --files &
job=$!
started+=("$job")
finished() { find "$run/output/journal" -name '*.jsonl.gz' -not -name '_*' 2>/dev/null | wc -l; }
enough() { [ "$(finished)" -ge $((images / 5)) ] || ! kill -0 "$job" 2>/dev/null; }
wait_for "A fifth of the images" enough
[ "$(below "$second" | wc -l)" -ge 1 ] || fail "The second worker has no executor."
end KILL "$second"
say "Killed the second worker with its executor after $(finished) of $images images."
wait "$job" || fail "The job ended with status $?: $(cat "$run/job.log"; tail -40 "$run/job.log.err")"
cat "$run/job.log"
grep -q "Lost executor\|Executor lost\|executor lost" "$run/job.log.err" || fail "Spark noticed no loss."
of_tests SingleMachine "$run/images" "$run/single" "$analysis" "$options" 2
of_tests CompareRuns "$run/output" "$run/single"
say "The results are those of a single machine."

# 2. Done is done: nothing is analysed again.
submit "$run/resumed.log" 640m AnalyseImages --input "$run/images" --output "file://$run/output" \
	--analysis "$analysis" --options "$options" --resume --files || fail "Resuming: $(cat "$run/resumed.log")"
grep -q "^$images images, of which $images have a result already" "$run/resumed.log" || fail "$(cat "$run/resumed.log")"
of_tests CompareRuns "$run/output" "$run/single" >/dev/null
say "Resuming did nothing again."
