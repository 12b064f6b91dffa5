#!/usr/bin/env bash
# Says of every library that the suite needs at run time whether a Fiji has it, and which version.
# Usage: src/test/scripts/check-fiji-jars.sh FIJI_DIR [ZIP [NETWORKS_ZIP]]
# With the zip of `mvn package`, also whether it brings what that Fiji lacks, and nothing else;
# with that for networks, the same of their libraries, which are left out without it.
# Ends with 1 if something is missing, 2 if it can't tell.
set -euo pipefail
fiji=${1:?Usage: check-fiji-jars.sh FIJI_DIR [ZIP [NETWORKS_ZIP]]} zip=${2:-} networks=${3:-}
[ -d "$fiji/jars" ] || { echo "There is no folder jars in $fiji; name the folder of a Fiji." >&2; exit 2; }
fiji=$(cd "$fiji" && pwd)
[ -z "$zip" ] || zip=$(cd "$(dirname "$zip")" && pwd)/$(basename "$zip")
[ -z "$networks" ] || networks=$(cd "$(dirname "$networks")" && pwd)/$(basename "$networks")
cd "$(dirname "$0")/../../.."

list=$(mktemp)
trap 'rm -f "$list"' EXIT
mvn -B -ntp -q dependency:list -DincludeScope=runtime -DoutputFile="$list" -Dmdep.outputScope=false >&2

# name-1.2.3.jar of a folder's jars without the name and the ending; nothing if there is none.
version_in() {
	sed -nE "s/^(.*\/)?$1-([0-9][^/]*)\.jar$/\2/p" | sort -V | tail -1
}

jars=$(find "$fiji/jars" "$fiji/plugins" -name '*.jar' 2>/dev/null || true)
brought=$(for z in "$zip" "$networks"; do [ -z "$z" ] || unzip -Z1 "$z" | grep '^jars/.*\.jar$' || true; done)
of_networks=$(sed -nE 's/.*<include>(.*)<\/include>.*/\1/p' src/assembly/fiji-networks.xml; echo com.microsoft.onnxruntime:onnxruntime)
missing=0
echo "| library | built with | Fiji has | |"
echo "|---|---|---|---|"
while IFS=: read -r group artifact _ version; do
	optional=$(grep -x "$group:$artifact" <<<"$of_networks" || true)
	if [ -n "$optional" ] && [ -z "$networks" ]; then continue; fi
	has=$(version_in "$artifact" <<<"$jars") zipped=$(version_in "$artifact" <<<"$brought")
	if [ "$has" = "$version" ]; then verdict="the same"
	elif [ -n "$has" ] && [ "$(printf '%s\n%s\n' "$has" "$version" | sort -V | tail -1)" = "$has" ]; then verdict="newer"
	elif [ -n "$has" ]; then verdict="older"; missing=1
	elif [ -n "$zipped" ]; then verdict="in the zip"
	elif [ "$artifact" = onnxruntime ]; then verdict="only for ONNX files (docs/networks.md)"
	else verdict="MISSING"; missing=1; fi
	if [ -n "$has" ] && [ "$has" = "$zipped" ] && [ -n "$optional" ]; then verdict="the same, from the zip"
	elif [ -n "$has" ] && [ -n "$zipped" ]; then verdict="$verdict, TWICE: take it out of the zip"; missing=1; fi
	echo "| $group:$artifact | $version | ${has:--} | $verdict |"
done < <(sed -nE 's/^ +([^ :]+:[^ :]+:[^ :]+:[^ :]+).*/\1/p' "$list" | sort)
exit $missing
