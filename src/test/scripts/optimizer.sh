#!/usr/bin/env bash
# Repeats the tables of docs/optimizer-figures.md: the engines on published test problems and on atom finding.
#
#   src/test/scripts/optimizer.sh [seeds [problems [engines]]]
#
# Without problems and engines all of them run, and the document is rewritten. Else the tables go to
# the standard output only. Problems and engines are names with commas between, or "all":
#   src/test/scripts/optimizer.sh 10 zdt1,bnh bayesian,sobol
# The problem "own" stands for atom finding; its real images lie in ../shared/data (IMAGES).
set -euo pipefail
cd "$(dirname "$0")/../../.."
seeds=${1:-30} document=docs/optimizer-figures.md images=${IMAGES:-../shared/data}
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dmdep.includeScope=test
run() { java -cp "target/test-classes:target/classes:$(cat target/classpath.txt)" "sc.fiji.rewardanalysis.$@"; }
if [ $# -le 1 ]; then
  run core.optimize.OptimizerStudy "$seeds" all all "$document"
  run validation.OwnProblemStudy "$seeds" "$images" "$document"
elif [ "$2" = own ]; then
  run validation.OwnProblemStudy "$seeds" "$images"
else
  run core.optimize.OptimizerStudy "$seeds" "$2" "${3:-all}"
fi
