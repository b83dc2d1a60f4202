# bash completion for leadgen: asks leadgen itself. In a start-up file of bash: source <(leadgen completion bash)

_leadgen() {
  local directive stem reply program=${COMP_WORDS[0]/#\~/$HOME}
  COMPREPLY=()
  {
    IFS= read -r directive
    while IFS= read -r reply; do COMPREPLY+=("$reply"); done
  } < <("$program" __complete bash "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" "$COMP_TYPE" "${COLUMNS:-80}" 2>/dev/null)
  if [[ $directive == files$'\t'* ]]; then
    # What stays, and what a file begins with; either may be nothing.
    directive=${directive#*$'\t'}
    stem=${directive#*$'\t'}
    while IFS= read -r reply; do
      if [[ -d $reply ]]; then reply+=/; else reply+=' '; fi
      COMPREPLY+=("${directive%%$'\t'*}$reply")
    done < <(compgen -f -- "$stem")
  fi
}

complete -o nospace -F _leadgen leadgen
# From bash 4.4 on, candidates stay in their order: the likeliest first.
complete -o nospace -o nosort -F _leadgen leadgen 2>/dev/null || :
