#!/usr/bin/env bash
# A real standalone cluster on loopback: a master and two workers, one of which is killed in the
# middle of a job. Proves that nothing is lost or done twice, and that the results are those of a
# single machine. mvn verify calls it; needs nothing but Java, bash and ps.
set -euo pipefail
# shellcheck source=cluster.sh
. "$(dirname "$0")/cluster.sh"
images=${IMAGES:-40} size=${SIZE:-128}
analysis="Optimize Atom Finding..." options="lattice=YBa2Cu3O7-100 evaluations=30"
detection="min_sigma=2.5 max_sigma=5 num_sigma=4 threshold=0.08"

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
submit "$run/job.log" 512m AnalyseImages --input "$run/images" --output "file://$run/output" \
	--analysis "$analysis" --options "$options" --images-per-task 1 --files &
job=$!
started+=("$job")
finished() { find "$run/output/journal" -name '*.jsonl.gz' -not -name '_*' 2>/dev/null | wc -l; }
enough() { [ "$(finished)" -ge $((images / 5)) ] || ! kill -0 "$job" 2>/dev/null; }
wait_for "A fifth of the images" enough
[ "$(below "$second" | wc -l)" -ge 1 ] || fail "The second worker has no executor."
end KILL "$second"
wait "$second" 2>/dev/null || true
say "Killed the second worker with its executor after $(finished) of $images images."
wait "$job" || fail "The job ended with status $?: $(cat "$run/job.log"; tail -40 "$run/job.log.err")"
cat "$run/job.log"
grep -q "Lost executor\|Executor lost\|executor lost" "$run/job.log.err" || fail "Spark noticed no loss."
of_tests SingleMachine "$run/images" "$run/single" "$analysis" "$options" 2
of_tests CompareRuns "$run/output" "$run/single"
say "The results are those of a single machine."

# 2. Done is done, and an image that can't be read is a row with its reason.
echo "no image" >"$run/images/broken.tif"
start_worker worker-3 1 1g
status=0
submit "$run/resumed.log" 512m AnalyseImages --input "$run/images" --output "file://$run/output" \
	--analysis "$analysis" --options "$options" --resume --files || status=$?
told() { grep -q "$1" "$run/resumed.log" || fail "Resuming: $(cat "$run/resumed.log"; tail -40 "$run/resumed.log.err")"; }
told "^$((images + 1)) images, of which $images have a result already"
told "^Failed: .*broken.tif: "
told "^$images of $((images + 1)) images have a result"
[ "$status" = 1 ] || fail "The status is $status, though an image failed."
say "Resuming analysed the new image alone, and told why it can't be read."

# 3. The tiles of one image.
of_tests TestImages "$run/large" 1 "${LARGE:-2048}" 7
submit "$run/tiles.log" 512m FindAtomsInTiles --input "$run/large/image-00000.tif" --output "file://$run/tiles" \
	--options "$detection" --tile 512 || fail "Tiles: $(cat "$run/tiles.log"; tail -40 "$run/tiles.log.err")"
cat "$run/tiles.log"
of_tests SingleMachine "$run/large" "$run/whole" "Find Atoms..." "$detection" 1 >/dev/null
[ "$(wc -l <"$run/tiles/atoms.csv")" -gt 100 ] || fail "There are no atoms."
cmp "$run/tiles/atoms.csv" "$run/whole/image-00000.tif/atoms.csv" || fail "Tiles find other atoms than the whole image."
say "Tiles find the atoms of the whole image, to the byte."
