# Completion of detente for bash: source <(detente completions bash)
_detente() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "solve compare sweep merge status verify check explain describe help completions --help --version" -- "$current"))
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
    sweep)
      case "$previous" in
        --sweep)
          COMPREPLY=(); return ;;
        --vary)
          COMPREPLY=(); return ;;
        --design)
          COMPREPLY=($(compgen -W "grid random latin sobol" -- "$current")); return ;;
        --samples|-n)
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
        -*) COMPREPLY=($(compgen -W "--sweep --vary --design --samples -n --seed --jobs -j --out -o --rows --shard --emit --shards --force -f --resume --checkpoint --progress --set --fix --start --tolerance --format --json --color --quiet -q --help" -- "$current")) ;;
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
