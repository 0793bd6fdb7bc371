# Completion of detente for bash: source <(detente completions bash)
_detente() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "solve stability forecast lenses compare tip map robust sweep merge status verify sensitivity discover robustness diff deal bargain negotiate coalitions check explain describe selftest help completions --help --version" -- "$current"))
    return
  fi
  case "${COMP_WORDS[1]}" in
    solve)
      case "$previous" in
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    stability)
      case "$previous" in
        --at)
          COMPREPLY=(); return ;;
        --equilibrium)
          COMPREPLY=(); return ;;
        --concept)
          COMPREPLY=(); return ;;
        --horizon)
          COMPREPLY=(); return ;;
        --decisions)
          COMPREPLY=(); return ;;
        --make-stable)
          COMPREPLY=(); return ;;
        --for)
          COMPREPLY=(); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--at --equilibrium --concept --horizon --decisions --make-stable --for --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    forecast)
      case "$previous" in
        --continuum)
          COMPREPLY=(); return ;;
        --reading)
          COMPREPLY=($(compgen -W "paper net code spatial" -- "$current")); return ;;
        --set)
          COMPREPLY=(); return ;;
        --draws)
          COMPREPLY=(); return ;;
        --seed)
          COMPREPLY=(); return ;;
        --jobs|-j)
          COMPREPLY=(); return ;;
        --discount)
          COMPREPLY=(); return ;;
        --limit)
          COMPREPLY=(); return ;;
        --rest)
          COMPREPLY=(); return ;;
        --conflict)
          COMPREPLY=($(compgen -W "moves stays" -- "$current")); return ;;
        --victory)
          COMPREPLY=($(compgen -W "linear square quartic octic binary" -- "$current")); return ;;
        --voting)
          COMPREPLY=($(compgen -W "proportional binary proportional-binary cubic proportional-cubic asymmetric" -- "$current")); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--continuum --reading --set --rounds --draws --seed --jobs -j --discount --limit --rest --conflict --victory --voting --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    lenses)
      case "$previous" in
        --disagreement)
          COMPREPLY=(); return ;;
        --equilibrium)
          COMPREPLY=(); return ;;
        --precision)
          COMPREPLY=(); return ;;
        --seed)
          COMPREPLY=(); return ;;
        --jobs|-j)
          COMPREPLY=(); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--disagreement --equilibrium --precision --seed --jobs -j --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    compare)
      case "$previous" in
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--set --fix --start --tolerance --format --json --color --quiet -q --and --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    tip)
      case "$previous" in
        --vary)
          COMPREPLY=(); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--vary --exact --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    map)
      case "$previous" in
        --vary)
          COMPREPLY=(); return ;;
        --resolution)
          COMPREPLY=(); return ;;
        --out|-o)
          COMPREPLY=($(compgen -f -- "$current")); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--vary --resolution --out -o --force -f --exact --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    robust)
      case "$previous" in
        --outcome)
          COMPREPLY=(); return ;;
        --equilibrium)
          COMPREPLY=(); return ;;
        --vary)
          COMPREPLY=(); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--outcome --equilibrium --vary --exact --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    sweep)
      case "$previous" in
        --sweep)
          COMPREPLY=(); return ;;
        --vary)
          COMPREPLY=(); return ;;
        --points)
          COMPREPLY=($(compgen -f -- "$current")); return ;;
        --design)
          COMPREPLY=($(compgen -W "grid zip points random latin sobol saltelli morris oat" -- "$current")); return ;;
        --samples|-n)
          COMPREPLY=(); return ;;
        --levels)
          COMPREPLY=(); return ;;
        --seed)
          COMPREPLY=(); return ;;
        --jobs|-j)
          COMPREPLY=(); return ;;
        --out|-o)
          COMPREPLY=($(compgen -f -- "$current")); return ;;
        --rows)
          COMPREPLY=($(compgen -W "csv jsonl" -- "$current")); return ;;
        --shard)
          COMPREPLY=(); return ;;
        --emit)
          COMPREPLY=($(compgen -W "slurm parallel" -- "$current")); return ;;
        --shards)
          COMPREPLY=(); return ;;
        --checkpoint)
          COMPREPLY=(); return ;;
        --progress)
          COMPREPLY=($(compgen -W "bar json none" -- "$current")); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--sweep --vary --points --design --samples -n --levels --seed --second-order --jobs -j --out -o --rows --shard --emit --shards --force -f --resume --checkpoint --progress --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    merge)
      case "$previous" in
        --out|-o)
          COMPREPLY=($(compgen -f -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--out -o --force -f --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    status)
      case "$previous" in
        --format)
          COMPREPLY=($(compgen -W "table json" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    verify)
      case "$previous" in
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    sensitivity)
      case "$previous" in
        --method|-m)
          COMPREPLY=($(compgen -W "sobol morris tornado" -- "$current")); return ;;
        --output)
          COMPREPLY=(); return ;;
        --sweep)
          COMPREPLY=(); return ;;
        --vary)
          COMPREPLY=(); return ;;
        --samples|-n)
          COMPREPLY=(); return ;;
        --levels)
          COMPREPLY=(); return ;;
        --replicates)
          COMPREPLY=(); return ;;
        --seed)
          COMPREPLY=(); return ;;
        --jobs|-j)
          COMPREPLY=(); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--method -m --output --sweep --vary --samples -n --levels --second-order --replicates --seed --jobs -j --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    discover)
      case "$previous" in
        --outcome)
          COMPREPLY=(); return ;;
        --density)
          COMPREPLY=(); return ;;
        --step)
          COMPREPLY=(); return ;;
        --alpha)
          COMPREPLY=(); return ;;
        --mass)
          COMPREPLY=(); return ;;
        --depth)
          COMPREPLY=(); return ;;
        --keep)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--outcome --density --step --alpha --mass --depth --keep --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    robustness)
      case "$previous" in
        --decision)
          COMPREPLY=(); return ;;
        --player|-p)
          COMPREPLY=(); return ;;
        --pessimism)
          COMPREPLY=(); return ;;
        --satisfy)
          COMPREPLY=(); return ;;
        --sweep)
          COMPREPLY=(); return ;;
        --vary)
          COMPREPLY=(); return ;;
        --points)
          COMPREPLY=($(compgen -f -- "$current")); return ;;
        --design)
          COMPREPLY=($(compgen -W "grid zip points random latin sobol saltelli morris oat" -- "$current")); return ;;
        --samples|-n)
          COMPREPLY=(); return ;;
        --levels)
          COMPREPLY=(); return ;;
        --seed)
          COMPREPLY=(); return ;;
        --jobs|-j)
          COMPREPLY=(); return ;;
        --progress)
          COMPREPLY=($(compgen -W "bar json none" -- "$current")); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--decision --player -p --pessimism --satisfy --sweep --vary --points --design --samples -n --levels --seed --jobs -j --progress --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    diff)
      case "$previous" in
        --payoff-tolerance)
          COMPREPLY=(); return ;;
        --keep)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--payoff-tolerance --keep --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    deal)
      case "$previous" in
        --target)
          COMPREPLY=(); return ;;
        --equilibrium)
          COMPREPLY=(); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--target --equilibrium --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    bargain)
      case "$previous" in
        --disagreement)
          COMPREPLY=(); return ;;
        --weights)
          COMPREPLY=(); return ;;
        --equilibrium)
          COMPREPLY=(); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--disagreement --weights --lotteries --equilibrium --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    negotiate)
      case "$previous" in
        --negotiators)
          COMPREPLY=(); return ;;
        --decisions)
          COMPREPLY=(); return ;;
        --rounds)
          COMPREPLY=(); return ;;
        --agreement)
          COMPREPLY=(); return ;;
        --disagreement)
          COMPREPLY=(); return ;;
        --equilibrium)
          COMPREPLY=(); return ;;
        --seed)
          COMPREPLY=(); return ;;
        --as)
          COMPREPLY=(); return ;;
        --opponents)
          COMPREPLY=(); return ;;
        --save)
          COMPREPLY=($(compgen -f -- "$current")); return ;;
        --resume)
          COMPREPLY=($(compgen -f -- "$current")); return ;;
        --replay)
          COMPREPLY=($(compgen -f -- "$current")); return ;;
        --strategies)
          COMPREPLY=(); return ;;
        --games)
          COMPREPLY=(); return ;;
        --repeat)
          COMPREPLY=(); return ;;
        --jobs|-j)
          COMPREPLY=(); return ;;
        --mediator)
          COMPREPLY=(); return ;;
        --breadth)
          COMPREPLY=(); return ;;
        --proposals)
          COMPREPLY=(); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--negotiators --decisions --rounds --agreement --disagreement --equilibrium --seed --trace --as --opponents --save --force --resume --replay --tournament --strategies --games --repeat --jobs -j --mediated --mediator --breadth --proposals --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    coalitions)
      case "$previous" in
        --at)
          COMPREPLY=(); return ;;
        --worth)
          COMPREPLY=($(compgen -W "alpha beta defensive" -- "$current")); return ;;
        --exchange)
          COMPREPLY=(); return ;;
        --structure)
          COMPREPLY=(); return ;;
        --rule)
          COMPREPLY=(); return ;;
        --equilibrium)
          COMPREPLY=(); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--at --worth --exchange --structure --rule --equilibrium --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    check)
      case "$previous" in
        --noise)
          COMPREPLY=(); return ;;
        --draws)
          COMPREPLY=(); return ;;
        --seed)
          COMPREPLY=(); return ;;
        --jobs|-j)
          COMPREPLY=(); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--strict --noise --draws --seed --jobs -j --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    explain)
      case "$previous" in
        --player|-p)
          COMPREPLY=(); return ;;
        --outcome)
          COMPREPLY=(); return ;;
        --equilibrium)
          COMPREPLY=(); return ;;
        --versus)
          COMPREPLY=(); return ;;
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--player -p --outcome --equilibrium --versus --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    describe)
      case "$previous" in
        --set)
          COMPREPLY=(); return ;;
        --fix)
          COMPREPLY=(); return ;;
        --start)
          COMPREPLY=(); return ;;
        --tolerance)
          COMPREPLY=(); return ;;
        --format)
          COMPREPLY=($(compgen -W "table json csv" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    selftest)
      case "$previous" in
        --format)
          COMPREPLY=($(compgen -W "table json" -- "$current")); return ;;
        --color)
          COMPREPLY=($(compgen -W "auto always never" -- "$current")); return ;;
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--format --json --color --quiet -q --help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -f -- "$current")) ;;
      esac ;;
    help)
      case "$previous" in
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--help" -- "$current")) ;;
        *) COMPREPLY=() ;;
      esac ;;
    completions)
      case "$previous" in
      esac
      case "$current" in
        -*) COMPREPLY=($(compgen -W "--help" -- "$current")) ;;
        *) COMPREPLY=($(compgen -W "bash zsh fish" -- "$current")) ;;
      esac ;;
  esac
}
complete -o filenames -F _detente detente
