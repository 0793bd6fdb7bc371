#compdef detente
# Completion of detente for zsh: source <(detente completions zsh), or put this file as _detente into
# a folder of $fpath.
_detente() {
  local -a commands
  commands=(
    'solve:Find the equilibria, where play settles, and what would be better for all'
    'compare:Set scenarios or changes side by side outcomes, payoffs and claims'
    'sweep:Solve the scenario for many values of its numbers, in parallel'
    'merge:Put the chunks of a sweeps shards together in one file'
    'status:Say how far a sweep is that runs or was stopped'
    'verify:Check that rows are still what was written, chunk by chunk'
    'check:Check scenario files, and every claim they make of their source'
    'explain:Take payoffs to pieces, down to the evidence behind each number'
    'describe:List players, decisions, options, and every number with its path and range'
    'help:Explain a command, or a diagnostic by its code'
    'completions:Print a completion script for bash, zsh or fish'
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case "$words[2]" in
    solve)
      _arguments \
        '*--set[set a parameter, or the number at a path such as stakes.us.edge]:name=value: ' \
        '*--fix[hold a decision at one option, as if its player were bound to it]:decision=option: ' \
        '*--start[start play elsewhere than at the status quo; several options joined by commas]:decision=option: ' \
        '--tolerance[count a gain of at most so many utility points as none (default 0)]:points: ' \
        '--format[how to print the results (default table)]:table|json|csv:(table json csv)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no progress and no notes]' \
        '-q[print no progress and no notes]' \
        '*:scenario:_files' ;;
    compare)
      _arguments \
        '*--set[set a parameter, or the number at a path such as stakes.us.edge]:name=value: ' \
        '*--fix[hold a decision at one option, as if its player were bound to it]:decision=option: ' \
        '*--start[start play elsewhere than at the status quo; several options joined by commas]:decision=option: ' \
        '--tolerance[count a gain of at most so many utility points as none (default 0)]:points: ' \
        '--format[how to print the results (default table)]:table|json|csv:(table json csv)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no progress and no notes]' \
        '-q[print no progress and no notes]' \
        '*--and[begin another case the --set, --fix and --start that follow are its own]' \
        '*:scenario:_files' ;;
    sweep)
      _arguments \
        '--sweep[run this sweep of the scenario]:name: ' \
        '*--vary[vary a number PATH=lohi, PATH=lohistep, PATH=v1,v2,..., or PATH alone for its range]:path=values: ' \
        '--design[how samples are chosen (default as the sweep says, else grid)]:grid|random|latin|sobol:(grid random latin sobol)' \
        '--samples[how many samples a design that draws takes (default as the sweep says, else 1000)]:n: ' \
        '-n[how many samples a design that draws takes (default as the sweep says, else 1000)]:n: ' \
        '--seed[the seed of what is drawn (default as the sweep says, else 1)]:s: ' \
        '--jobs[how many threads to use (default one for each processor)]:n: ' \
        '-j[how many threads to use (default one for each processor)]:n: ' \
        '--out[where rows go; - is standard output (default a name made of scenario and sweep)]:file:_files' \
        '-o[where rows go; - is standard output (default a name made of scenario and sweep)]:file:_files' \
        '--rows[the form of the rows (default csv, or what FILE ends in)]:csv|jsonl:(csv jsonl)' \
        '--shard[run part K (from 0) of N, into the folder that --out names; merge puts them together]:k/n: ' \
        '--emit[print a script that runs the sweep in shards on Slurm or GNU parallel, then merges]:slurm|parallel:(slurm parallel)' \
        '--shards[into how many shards --emit deals the sweep (default 64)]:n: ' \
        '--force[replace FILE if it exists, and an unfinished run of it]' \
        '-f[replace FILE if it exists, and an unfinished run of it]' \
        '--resume[go on with an unfinished run of the same command; simply start where there is none]' \
        '--checkpoint[how often rows are secured on the disk, to be resumed from (default 1)]:seconds: ' \
        '--progress[how to say how far it is, on standard error (default bar on a terminal, else none)]:bar|json|none:(bar json none)' \
        '*--set[set a parameter, or the number at a path such as stakes.us.edge]:name=value: ' \
        '*--fix[hold a decision at one option, as if its player were bound to it]:decision=option: ' \
        '*--start[start play elsewhere than at the status quo; several options joined by commas]:decision=option: ' \
        '--tolerance[count a gain of at most so many utility points as none (default 0)]:points: ' \
        '--format[how to print the results (default table)]:table|json|csv:(table json csv)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no progress and no notes]' \
        '-q[print no progress and no notes]' \
        '*:scenario:_files' ;;
    merge)
      _arguments \
        '--out[where rows go; - is standard output (default a name made of scenario and sweep)]:file:_files' \
        '-o[where rows go; - is standard output (default a name made of scenario and sweep)]:file:_files' \
        '--force[replace FILE if it exists]' \
        '-f[replace FILE if it exists]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no notes]' \
        '-q[print no notes]' \
        '*:folder:_files' ;;
    status)
      _arguments \
        '--format[how to print the results (default table)]:table|json:(table json)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no notes]' \
        '-q[print no notes]' \
        '*:path:_files' ;;
    verify)
      _arguments \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no notes]' \
        '-q[print no notes]' \
        '*:path:_files' ;;
    check)
      _arguments \
        '--strict[make a missing because an error]' \
        '--noise[how the claims fare when every number is off by up to the share R]:r: ' \
        '--draws[how many times to draw (default 1000)]:n: ' \
        '--seed[the seed of the draws (default 1)]:s: ' \
        '--jobs[how many threads to use (default one for each processor)]:n: ' \
        '-j[how many threads to use (default one for each processor)]:n: ' \
        '*--set[set a parameter, or the number at a path such as stakes.us.edge]:name=value: ' \
        '*--fix[hold a decision at one option, as if its player were bound to it]:decision=option: ' \
        '*--start[start play elsewhere than at the status quo; several options joined by commas]:decision=option: ' \
        '--tolerance[count a gain of at most so many utility points as none (default 0)]:points: ' \
        '--format[how to print the results (default table)]:table|json|csv:(table json csv)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no progress and no notes]' \
        '-q[print no progress and no notes]' \
        '*:scenario:_files' ;;
    explain)
      _arguments \
        '*--player[only this players payoff]:player: ' \
        '*-p[only this players payoff]:player: ' \
        '--outcome[the outcome, as "nmd=defer,missiles=scrap"; what is not named is as where play settles]:options: ' \
        '--equilibrium[fill in what is not named from the equilibrium that solve numbers K]:k: ' \
        '--versus[the outcome to compare with, likewise]:options: ' \
        '*--set[set a parameter, or the number at a path such as stakes.us.edge]:name=value: ' \
        '*--fix[hold a decision at one option, as if its player were bound to it]:decision=option: ' \
        '*--start[start play elsewhere than at the status quo; several options joined by commas]:decision=option: ' \
        '--tolerance[count a gain of at most so many utility points as none (default 0)]:points: ' \
        '--format[how to print the results (default table)]:table|json|csv:(table json csv)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no progress and no notes]' \
        '-q[print no progress and no notes]' \
        '*:scenario:_files' ;;
    describe)
      _arguments \
        '*--set[set a parameter, or the number at a path such as stakes.us.edge]:name=value: ' \
        '*--fix[hold a decision at one option, as if its player were bound to it]:decision=option: ' \
        '*--start[start play elsewhere than at the status quo; several options joined by commas]:decision=option: ' \
        '--tolerance[count a gain of at most so many utility points as none (default 0)]:points: ' \
        '--format[how to print the results (default table)]:table|json|csv:(table json csv)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no progress and no notes]' \
        '-q[print no progress and no notes]' \
        '*:scenario:_files' ;;
    help)
      _arguments \
        '*:topic: ' ;;
    completions)
      _arguments \
        '*:shell:(bash zsh fish)' ;;
  esac
}
if [ "$funcstack[1]" = _detente ]; then
  _detente "$@"
else
  compdef _detente detente
fi
