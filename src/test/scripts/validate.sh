#!/usr/bin/env bash
# Repeats the comparison of docs/validation.md: LoG* of this project and of the paper's Python stack
# on the same simulated images. Results go to target/validation.
#
#   src/test/scripts/validate.sh [size_px [images [seeds]]]
#
# The Python side runs where python3 has scikit-image, scikit-optimize, tifffile and scipy
# (PYTHON=/usr/bin/python3 and PYTHONPATH as needed); else it is left out.
set -euo pipefail
cd "$(dirname "$0")/../../.."
size=${1:-256} images=${2:-3} seeds=${3:-3} out=target/validation python=${PYTHON:-python3}
mkdir -p "$out"
mvn -q -B test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dmdep.includeScope=test
java -cp "target/test-classes:target/classes:$(cat target/classpath.txt)" \
  sc.fiji.rewardanalysis.validation.LogStarStudy "$size" 60 "$out" "$images" "$seeds" > "$out/java_$size.csv"
if "$python" -c 'import numpy as np; np.int = int; import skimage, skopt, tifffile' 2> /dev/null; then
  for parameters in 2 5; do
    "$python" -W ignore src/test/scripts/logstar_python.py "$out" --size "$size" --images "$images" \
      --seeds "$seeds" --parameters $parameters > "$out/python${parameters}_$size.csv" 2> /dev/null
  done
fi
# Mean and least F1, and the median time, of each noise level. The columns' places differ.
for file in "$out"/*_"$size".csv; do
  echo "$(basename "$file" .csv): noise, runs, mean F1, least F1, median seconds"
  awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    { print $at["noise"], $at["f1"], $at["seconds"] }' "$file" | sort -k1,1 -k3,3n | awk '
    $1 != noise { if (n) show(); noise = $1; n = 0; sum = 0; least = 1 }
    { sum += $2; if ($2 < least) least = $2; seconds[++n] = $3 }
    END { show() }
    function show() { printf "  %s %d %.3f %.3f %.1f\n", noise, n, sum / n, least, seconds[int((n + 1) / 2)] }'
done
