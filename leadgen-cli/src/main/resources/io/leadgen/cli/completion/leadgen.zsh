#compdef leadgen
# zsh completion for leadgen: asks leadgen itself. In .zshrc, behind compinit: source <(leadgen completion zsh)

_leadgen() {
  local reply ending word shown description program=${(Q)words[1]/#\~/$HOME}
  local line="${(j: :)words[1,CURRENT-1]} $QIPREFIX$IPREFIX$PREFIX"
  local -a parts whole wholeShown blank blankShown open openShown
  while IFS= read -r reply; do
    parts=("${(@ps:\t:)reply}")
    if [[ $parts[1] == files ]]; then
      [[ -z $parts[2] ]] || compset -P "${(b)parts[2]}"
      _files
      continue
    fi
    shown=$parts[3]
    [[ -z $parts[4] ]] || shown="$parts[3]  -- $parts[4]"
    case $parts[1] in
      end) whole+=("$parts[2]"); wholeShown+=("$shown") ;;
      blank) blank+=("$parts[2]"); blankShown+=("$shown") ;;
      open) open+=("$parts[2]"); openShown+=("$shown") ;;
    esac
  done < <("$program" __complete zsh "$line" 2>/dev/null)
  (( $#whole )) && compadd -V leadgen -l -U -d wholeShown -a whole
  (( $#blank )) && compadd -V leadgen -l -U -S '' -d blankShown -a blank
  (( $#open )) && compadd -V leadgen -l -U -S '' -d openShown -a open
  return 0
}

# As a file on fpath it is called by compinit; sourced, it makes itself known.
if [[ $funcstack[1] == _leadgen ]]; then
  _leadgen "$@"
else
  compdef _leadgen leadgen
fi
