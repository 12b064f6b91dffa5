# A Spark cluster on the loopback device, for scripts that source this: start_master, start_worker,
# submit, stop_cluster. Ports are free ones; whatever was started is stopped when the shell ends.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
target=$here/target
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
job_jar=$target/reward-analysis-distributed-job.jar
spark_classpath="$target/spark/jars/*"
test_classpath="$target/test-classes:$target/classes:$job_jar:$spark_classpath"
PATIENCE=${PATIENCE:-300}
started=()
# What workers and programs of the tests are started with: nothing, or "taskset -c 0".
on=()

export SPARK_HOME=$target/spark SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
unset SPARK_CONF_DIR SPARK_MASTER_HOST HADOOP_CONF_DIR YARN_CONF_DIR

fail() {
	echo "FAILED: $*" >&2
	exit 1
}

# wait_for WHAT COMMAND...: until the command succeeds; gives up after $PATIENCE seconds.
wait_for() {
	local what=$1 until=$((SECONDS + PATIENCE))
	shift
	until "$@" >/dev/null 2>&1; do
		[ $SECONDS -lt $until ] || fail "$what took over $PATIENCE s."
		sleep 0.2
	done
}

# The processes that a process has started, and theirs.
below() {
	local child
	for child in $(ps -A -o pid=,ppid= | awk -v parent="$1" '$2 == parent {print $1}'); do
		below "$child"
		echo "$child"
	done
}

# Ends a process that this shell has started, with all that it has started.
end() {
	local signal=$1 pid=$2 all
	all="$(below "$pid") $pid"
	# shellcheck disable=SC2086
	kill "-$signal" $all 2>/dev/null || true
}

stop_cluster() {
	local pid
	for pid in ${started[@]+"${started[@]}"}; do end TERM "$pid"; done
	for pid in ${started[@]+"${started[@]}"}; do
		for _ in $(seq 100); do
			kill -0 "$pid" 2>/dev/null || break
			sleep 0.1
		done
		end KILL "$pid"
		wait "$pid" 2>/dev/null || true
	done
	started=()
}
trap stop_cluster EXIT
trap 'exit 130' INT TERM

# start_master FOLDER: sets $master
start_master() {
	run=$1
	mkdir -p "$run/tmp" "$run/local"
	export SPARK_LOCAL_DIRS=$run/local
	"$java" -Xmx256m -Djava.io.tmpdir="$run/tmp" -cp "$spark_classpath" org.apache.spark.deploy.master.Master \
		--host 127.0.0.1 --port 0 --webui-port 0 >"$run/master.log" 2>&1 &
	started+=($!)
	wait_for "Starting the master" grep -q "Starting Spark master at" "$run/master.log"
	master=$(sed -n 's/.*Starting Spark master at \(spark:[^ ]*\).*/\1/p' "$run/master.log" | head -1)
}

# start_worker NAME CORES MEMORY: sets $worker to its process
start_worker() {
	${on[@]+"${on[@]}"} "$java" -Xmx256m -Djava.io.tmpdir="$run/tmp" -cp "$spark_classpath" \
		org.apache.spark.deploy.worker.Worker \
		--host 127.0.0.1 --port 0 --webui-port 0 --cores "$2" --memory "$3" --work-dir "$run/$1" "$master" \
		>"$run/$1.log" 2>&1 &
	worker=$!
	started+=("$worker")
	wait_for "Starting worker $1" grep -q "Successfully registered with master" "$run/$1.log"
}

# submit LOG EXECUTOR_MEMORY CLASS ARGUMENTS...: what spark-submit does; the status is the job's
submit() {
	local log=$1 memory=$2 class=$3
	shift 3
	"$java" -Xmx768m -Djava.io.tmpdir="$run/tmp" -cp "$spark_classpath" org.apache.spark.deploy.SparkSubmit \
		--master "$master" --driver-memory 768m --executor-memory "$memory" --executor-cores 1 \
		--conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 \
		--conf spark.executor.extraJavaOptions="-Djava.io.tmpdir=$run/tmp" \
		--class "sc.fiji.rewardanalysis.distributed.$class" "$job_jar" "$@" >"$log" 2>"$log.err"
}

# of_tests CLASS ARGUMENTS...: runs a program of the test sources
of_tests() {
	local class=$1
	shift
	${on[@]+"${on[@]}"} "$java" -Xmx768m -Djava.awt.headless=true -cp "$test_classpath" "sc.fiji.rewardanalysis.distributed.$class" "$@"
}
