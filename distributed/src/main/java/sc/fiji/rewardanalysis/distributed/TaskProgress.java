package sc.fiji.rewardanalysis.distributed;

import org.apache.spark.TaskContext;

import sc.fiji.rewardanalysis.core.Progress;

/** Hears when Spark wants a task to end; made on the task's thread. */
final class TaskProgress implements Progress {

	/** Null outside of a task. */
	private final TaskContext task = TaskContext.get();

	@Override
	public void update(final double fraction, final String message) {}

	@Override
	public boolean isCanceled() {
		return task != null && task.isInterrupted();
	}
}
