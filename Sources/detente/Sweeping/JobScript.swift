import Sweeps

/// A script that runs the shards of a sweep on an engine that clusters have, and merges them.
struct JobScript {
  /// The engine.
  enum Engine: String {
    case slurm
    case parallel
  }

  /// The command that gives the rows, word by word.
  let command: [String]
  /// The folder of chunks, and the file of all rows.
  let folder: String
  let file: String
  let shards: Int

  /// How many tasks run at a time, at most, until the user says otherwise.
  private static let atOnce = 16

  func text(for engine: Engine) -> String {
    switch engine {
    case .slurm: slurm
    case .parallel: parallel
    }
  }

  private var line: String { command.map { shellQuoted($0) }.joined(separator: " ") }

  /// The line as a comment: a line break in a name does not end it.
  private var comment: String {
    line.split(omittingEmptySubsequences: false) { $0.isNewline }.joined(separator: "\n# ")
  }

  private var head: String {
    """
    #!/usr/bin/env bash
    # \(comment)
    # in \(shards) shards. Running this again, whole or in part, does no harm: chunks that are there are left.
    set -euo pipefail
    program=${DETENTE:-detente}   # the program, where the tasks run
    chunks=\(shellQuoted(folder))
    rows=\(shellQuoted(file))
    shards=\(shards)
    sweep=("$program" \(command.dropFirst().map { shellQuoted($0) }.joined(separator: " ")) --out "$chunks")

    """
  }

  private var slurm: String {
    head + """
      # Other limits of the site (partition, time, memory) go here, or into SBATCH_... variables.
      options=(--requeue --open-mode=append --cpus-per-task="${CPUS:-1}" --output=%x-%A-%a.log)
      # The number of shards is part of the run: tasks are resubmitted with it as it is.
      tasks=${TASKS:-0-$((shards - 1))%\(JobScript.atOnce)}

      mkdir -p "$chunks"
      export program chunks rows shards
      printf '%q ' "${sweep[@]}" --jobs "${CPUS:-1}" > "$chunks.command"
      array=$(sbatch --parsable --job-name=detente --array="$tasks" --signal=B:USR1@60 "${options[@]}" <<'TASK'
      #!/usr/bin/env bash
      # The system wants the processor back: the sweep drops the chunk in hand and ends with status 75.
      trap 'kill -USR1 "$child" 2> /dev/null' USR1 TERM
      bash -c "exec $(cat "$chunks.command") --shard $SLURM_ARRAY_TASK_ID/$shards" &
      child=$!
      wait "$child"; status=$?
      # A trap ends the first wait early.
      while kill -0 "$child" 2> /dev/null; do wait "$child"; status=$?; done
      if [ "$status" = 75 ]; then scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID"; fi
      exit "$status"
      TASK
      )
      # After any end of the tasks, since one that failed for good would leave the merge waiting for ever:
      # the merge looks itself whether all chunks are there.
      merge=$(sbatch --parsable --job-name=detente-merge --dependency=afterany:"$array" "${options[@]}" \\
        --output=%x-%j.log --wrap 'exec "$program" merge "$chunks" --out "$rows"')
      echo "array $array, then merge $merge"

      """
  }

  private var parallel: String {
    head + """
      # More machines: PARALLEL_OPTIONS='--sshloginfile hosts'; the folder must be seen by all of them.
      seq 0 $((shards - 1)) \\
        | parallel ${PARALLEL_OPTIONS:-} --joblog "$chunks.log" --retries 3 --halt never --quote \\
          "${sweep[@]}" --jobs "${CPUS:-1}" --shard {}/"$shards" \\
        || echo "some shards failed; see $chunks.log" >&2
      exec "$program" merge "$chunks" --out "$rows"

      """
  }
}
