#compdef detente
# Completion of detente for zsh: source <(detente completions zsh), or put this file as _detente into
# a folder of $fpath.
_detente() {
  local -a commands
  commands=(
    'solve:Find the equilibria, where play settles, and what would be better for all'
    'stability:Tell which outcomes would last, since moves that pay would be answered'
    'forecast:Forecast where positions go, under several models that disagree'
    'lenses:Set side by side what all methods predict, and why they differ'
    'compare:Set scenarios or changes side by side outcomes, payoffs and claims'
    'tip:Find every value of a number at which play settles elsewhere, exactly'
    'map:Draw the exact map of two numbers where play settles, and what is an equilibrium'
    'robust:Find the smallest change of all numbers at once that makes or breaks an equilibrium'
    'sweep:Solve the scenario for many values of its numbers, in parallel'
    'merge:Put the chunks of a sweeps shards together in one file'
    'status:Say how far a sweep is that runs or was stopped'
    'verify:Check that rows are still what was written, chunk by chunk'
    'sensitivity:Say which numbers decide what happens, and how surely'
    'discover:Say in which region of the numbers an outcome occurs, from the result of a sweep'
    'robustness:Rank the options of a decision by how they fare over all samples of a sweep'
    'diff:Compare two results of sweeps row by row what appeared, what vanished, and where'
    'deal:Work out what it would take for an outcome to hold'
    'bargain:Tell what the solutions of bargaining theory recommend'
    'negotiate:Hold talks, offer by offer, or take a seat in them'
    'coalitions:Tell which coalitions could upset an outcome, force more, or share what'
    'check:Check scenario files, and every claim they make of their source'
    'explain:Take payoffs to pieces, down to the evidence behind each number'
    'describe:List players, decisions, options, and every number with its path and range'
    'selftest:Hold the program against reference cases with known answers'
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
    stability)
      _arguments \
        '*--at[the outcome to look at equilibrium, status-quo, or an outcome as "nmd=deploy,missiles=continue", the rest as in the status quo (default the status quo, where play settles, and the equilibria)]:outcome: ' \
        '--equilibrium[which equilibrium is meant, as solve counts them (default where play settles, or the only one)]:k: ' \
        '*--concept[only these concepts nash, gmr, smr, seq, sseq and, for two players that move, sim and non-myopic (default all that are defined)]:name,...: ' \
        '--horizon[also limited foresight players look N moves ahead, moving in turn (two players that move)]:n: ' \
        '--decisions[let only these decisions move, the others held as they are at the status quo]:decision,...: ' \
        '--make-stable[ask also which change of one players ranking would make this outcome stable, the smallest first; written as for --at]:outcome: ' \
        '--for[with --make-stable for this player alone (default for each)]:player: ' \
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
    forecast)
      _arguments \
        '*--continuum[only this continuum (default all)]:id: ' \
        '*--reading[only this model (default all)]:paper|net|code|spatial:(paper net code spatial)' \
        '*--set[put another number in, as shield.us.position=60, or LOWMODEHIGH for an uncertain one]:path=value: ' \
        '--rounds[show positions, offers and risk attitudes round by round]' \
        '--draws[how many times to draw the uncertain numbers (default 500; 0 for none)]:n: ' \
        '--seed[the seed of the draws (default 1)]:s: ' \
        '--jobs[how many threads to use (default one for each processor)]:n: ' \
        '-j[how many threads to use (default one for each processor)]:n: ' \
        '--discount[tell also the median on average where talks go on after each round with probability D]:d: ' \
        '--limit[how many rounds are played at most (default 100)]:n: ' \
        '--rest[for how many rounds on end the median must rest in paper, net and code (default 1)]:n: ' \
        '--conflict[what a confrontation does to the loser in paper, net and code (default moves)]:moves|stays:(moves stays)' \
        '--victory[how strength becomes probability in spatial linear (default), square, quartic, octic, binary]:rule:(linear square quartic octic binary)' \
        '--voting[how utility becomes votes in spatial proportional (default), binary, proportional-binary, cubic, proportional-cubic, asymmetric]:rule:(proportional binary proportional-binary cubic proportional-cubic asymmetric)' \
        '--format[how to print the results (default table)]:table|json|csv:(table json csv)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no progress and no notes]' \
        '-q[print no progress and no notes]' \
        '*:scenario:_files' ;;
    lenses)
      _arguments \
        '--disagreement[what stands without an agreement equilibrium, status-quo, security or an outcome, as in bargain (default as the scenario says, else the equilibrium)]:what: ' \
        '--equilibrium[which equilibrium is meant, as solve counts them (default where play settles, or the only one)]:k: ' \
        '--precision[how seldom players err in the quantal response, per utility point (default 4)]:l: ' \
        '--seed[the seed of whatever is drawn (default 1)]:s: ' \
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
    tip)
      _arguments \
        '--vary[the number to vary, within its stated range or the one given]:path=lohi: ' \
        '--exact[print fractions beside decimals]' \
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
    map)
      _arguments \
        '*--vary[a number to map, twice the first runs to the right, the second up]:path=lohi: ' \
        '--resolution[the width, as a share of a range, below which strips along curves are left undecided (default 0.0005)]:share: ' \
        '--out[write the map to a file that ends in .svg, .csv or .json]:file:_files' \
        '-o[write the map to a file that ends in .svg, .csv or .json]:file:_files' \
        '--force[replace FILE if it exists]' \
        '-f[replace FILE if it exists]' \
        '--exact[print fractions beside decimals]' \
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
    robust)
      _arguments \
        '--outcome[the outcome asked about, in full or in part, as "nmd=deploy" (default the equilibrium)]:options: ' \
        '--equilibrium[which equilibrium is meant, as solve counts them (default where play settles, or the only one)]:k: ' \
        '*--vary[a number that may change (default every parameter that has a range)]:path=lohi: ' \
        '--exact[print fractions beside decimals]' \
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
    sweep)
      _arguments \
        '--sweep[run this sweep of the scenario]:name: ' \
        '*--vary[vary a number PATH=lohi, PATH=lohistep, PATH=v1,v2,..., a distribution such as PATH=normal(4,1), or PATH alone for what the scenario says]:path=values: ' \
        '--points[take the samples from a CSV file whose first line names numbers by their paths]:file:_files' \
        '--design[how samples are chosen grid, zip, points, random, latin, sobol, saltelli, morris or oat (default as the sweep says, else grid)]:kind:(grid zip points random latin sobol saltelli morris oat)' \
        '--samples[how many samples a design that draws takes (default as the sweep says, else 1000); with saltelli base points (1024), with morris trajectories (100)]:n: ' \
        '-n[how many samples a design that draws takes (default as the sweep says, else 1000); with saltelli base points (1024), with morris trajectories (100)]:n: ' \
        '--levels[among how many levels, an even number, morris moves (default as the sweep says, else 8)]:p: ' \
        '--seed[the seed of what is drawn (default as the sweep says, else 1)]:s: ' \
        '--second-order[with --design saltelli add the samples that second-order indices need]' \
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
        '--progress[how to say how far it is, once a second on standard error; a bar on a terminal only (default bar there, else none)]:bar|json|none:(bar json none)' \
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
    sensitivity)
      _arguments \
        '--method[shares of the variance, mean changes along random paths, or one number at a time (default sobol)]:sobol|morris|tornado:(sobol morris tornado)' \
        '-m[shares of the variance, mean changes along random paths, or one number at a time (default sobol)]:sobol|morris|tornado:(sobol morris tornado)' \
        '*--output[what to explain outcome, payoffs, decisions, equilibria, claims (default outcome,payoffs)]:what: ' \
        '--sweep[vary what this sweep of the scenario varies]:name: ' \
        '*--vary[vary a number PATH=lohi, PATH=v1,v2,..., or PATH alone for its range]:path=values: ' \
        '--samples[how many base points (default 1024) or trajectories (default 100)]:n: ' \
        '-n[how many base points (default 1024) or trajectories (default 100)]:n: ' \
        '--levels[among how many levels trajectories move, an even number (default 8)]:p: ' \
        '--second-order[with --method sobol tell of pairs of numbers too, with nearly twice as many rows]' \
        '--replicates[how often to resample for intervals (default 500)]:r: ' \
        '--seed[the seed of what is drawn, and of the resampling (default 1, or that of the sweep)]:s: ' \
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
        '*:scenario|result:_files' ;;
    discover)
      _arguments \
        '--outcome[what is to be told of]:outcome: ' \
        '--density[tell of the largest box that is at least so dense]:share: ' \
        '--step[tell of the box after so many slices]:n: ' \
        '--alpha[how much of the box a slice holds (default 0.05)]:share: ' \
        '--mass[how much of all samples a box holds at least (default 0.05)]:share: ' \
        '--depth[how many questions the tree asks at most (default 2)]:n: ' \
        '--keep[search among at most so many samples, chosen by a hash of their number (default 200000)]:n: ' \
        '--format[how to print the results (default table)]:table|json|csv:(table json csv)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no progress and no notes]' \
        '-q[print no progress and no notes]' \
        '*:result:_files' ;;
    robustness)
      _arguments \
        '--decision[the decision whose options are compared]:decision: ' \
        '*--player[whose payoffs are measured (default the player who decides)]:player: ' \
        '*-p[whose payoffs are measured (default the player who decides)]:player: ' \
        '--pessimism[the weight of the worst payoff in Hurwiczs measure (default 0.5)]:share: ' \
        '--satisfy[the least payoff that satisfies (default none is measured)]:points: ' \
        '--sweep[run this sweep of the scenario]:name: ' \
        '*--vary[vary a number PATH=lohi, PATH=lohistep, PATH=v1,v2,..., a distribution such as PATH=normal(4,1), or PATH alone for what the scenario says]:path=values: ' \
        '--points[take the samples from a CSV file whose first line names numbers by their paths]:file:_files' \
        '--design[how samples are chosen grid, zip, points, random, latin, sobol, saltelli, morris or oat (default as the sweep says, else grid)]:kind:(grid zip points random latin sobol saltelli morris oat)' \
        '--samples[how many samples a design that draws takes (default as the sweep says, else 1000); with saltelli base points (1024), with morris trajectories (100)]:n: ' \
        '-n[how many samples a design that draws takes (default as the sweep says, else 1000); with saltelli base points (1024), with morris trajectories (100)]:n: ' \
        '--levels[among how many levels, an even number, morris moves (default as the sweep says, else 8)]:p: ' \
        '--seed[the seed of what is drawn (default as the sweep says, else 1)]:s: ' \
        '--jobs[how many threads to use (default one for each processor)]:n: ' \
        '-j[how many threads to use (default one for each processor)]:n: ' \
        '--progress[how to say how far it is, once a second on standard error; a bar on a terminal only (default bar there, else none)]:bar|json|none:(bar json none)' \
        '*--set[set a parameter, or the number at a path such as stakes.us.edge]:name=value: ' \
        '*--fix[hold a decision at one option, as if its player were bound to it]:decision=option: ' \
        '*--start[start play elsewhere than at the status quo; several options joined by commas]:decision=option: ' \
        '--tolerance[count a gain of at most so many utility points as none (default 0)]:points: ' \
        '--format[how to print the results (default table)]:table|json|csv:(table json csv)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no progress and no notes]' \
        '-q[print no progress and no notes]' \
        '*:result|scenario:_files' ;;
    diff)
      _arguments \
        '--payoff-tolerance[count a change of a payoff by at most so many points as none (default 1e-9)]:points: ' \
        '--keep[search among at most so many samples, chosen by a hash of their number (default 200000)]:n: ' \
        '--format[how to print the results (default table)]:table|json|csv:(table json csv)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no progress and no notes]' \
        '-q[print no progress and no notes]' \
        '*:result:_files' ;;
    deal)
      _arguments \
        '--target[the outcome wanted, in full or in part, as "missiles=scrap,launches=offer"]:options: ' \
        '--equilibrium[which equilibrium is meant, as solve counts them (default where play settles, or the only one)]:k: ' \
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
    bargain)
      _arguments \
        '--disagreement[what stands without an agreement equilibrium, status-quo, security (what each can make sure of), or an outcome as "nmd=deploy,missiles=continue", the rest as in the status quo (default as the scenario says, else the equilibrium)]:what: ' \
        '--weights[the bargaining power of players in the Nash solution (default 1 each)]:player=w,...: ' \
        '--lotteries[look also for the best lotteries over packages, agreed on before they are drawn]' \
        '--equilibrium[which equilibrium is meant, as solve counts them (default where play settles, or the only one)]:k: ' \
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
    negotiate)
      _arguments \
        '*--negotiators[how all players negotiate, or some (default as the scenario says, else boulware)]:way|player=way,...: ' \
        '--decisions[the decisions on the table; the others stay as without an agreement (default as the scenario says, else all)]:decision,...: ' \
        '--rounds[how many rounds there are (default as the scenario says, else 20)]:n: ' \
        '--agreement[whether all must agree, or so many (default as the scenario says, else all)]:unanimity|n: ' \
        '--disagreement[what stands without an agreement equilibrium, status-quo, security (what each can make sure of), or an outcome as "missiles=continue", the rest as in the status quo (default as the scenario says, else the equilibrium)]:what: ' \
        '--equilibrium[which equilibrium is meant, as solve counts them (default where play settles, or the only one)]:k: ' \
        '--seed[the seed of whatever is drawn (default 1)]:s: ' \
        '--trace[show every turn, not only those in which somebody moved]' \
        '--as[take this players seat]:player: ' \
        '*--opponents[as --negotiators, for the others at the table]:way|player=way,...: ' \
        '--save[where the talks are kept (default named after scenario and player)]:file:_files' \
        '--force[replace the file that --save names, if it is there]' \
        '--resume[go on with talks that were kept]:file:_files' \
        '--replay[look at talks that were kept, turn by turn]:file:_files' \
        '--tournament[play every assignment of ways to negotiate to players]' \
        '--strategies[the ways that are played (default boulware,linear,conceder,hard-headed,tit-for-tat,reciprocator)]:way,...: ' \
        '--games[draw so many assignments rather than playing all]:n: ' \
        '--repeat[play each assignment so often, for ways that draw at random (default 1)]:n: ' \
        '--jobs[how many threads to use (default one for each processor)]:n: ' \
        '-j[how many threads to use (default one for each processor)]:n: ' \
        '--mediated[one text, changed step by step as enough players accept]' \
        '--mediator[the player that holds the text (default somebody from outside)]:player: ' \
        '--breadth[how many decisions one change may touch (default 2, so that one thing can be traded for another)]:n: ' \
        '--proposals[how many votes are taken at most (default 10000)]:n: ' \
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
    coalitions)
      _arguments \
        '*--at[the outcome to examine equilibrium, status-quo, or an outcome as "nmd=deploy,missiles=continue", the rest as in the status quo (default equilibrium and status-quo)]:outcome: ' \
        '--worth[by what a coalition is worth something what it can make sure of, what the others cannot keep it from, or what it has in equilibrium between it and the others (default alpha)]:alpha|beta|defensive:(alpha beta defensive)' \
        '--exchange[what a utility point of each player is worth in a common unit, in place of the scenarios exchange rates]:player=rate,...: ' \
        '--structure[groups formed beforehand, for the Owen value; who is not named stands alone]:a+b,c+d,...: ' \
        '--rule[tell of this voting rule of the scenario, and of nothing else]:id: ' \
        '--equilibrium[which equilibrium is meant, as solve counts them (default where play settles, or the only one)]:k: ' \
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
    selftest)
      _arguments \
        '--format[how to print the results (default table)]:table|json:(table json)' \
        '--json[short for --format json]' \
        '--color[when to use colours (default auto on a terminal, unless NO_COLOR is set)]:auto|always|never:(auto always never)' \
        '--quiet[print no progress and no notes]' \
        '-q[print no progress and no notes]' \
        '*:dir:_files' ;;
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
