# fish completion for leadgen: asks leadgen itself. In config.fish: leadgen completion fish | source

function __leadgen_complete
    set -l line (commandline -cp | string collect)
    set -l program (commandline -cpo)[1]
    for reply in (eval (string escape -- $program) __complete fish (string escape -- $line) 2>/dev/null)
        set -l parts (string split \t -- $reply)
        if test "$parts[1]" = files
            for file in (__fish_complete_path $parts[3])
                printf '%s%s\n' $parts[2] $file
            end
        else
            printf '%s\t%s\n' $parts[2] $parts[4]
        end
    end
end

complete -c leadgen -e
complete -c leadgen -f -k -a '(__leadgen_complete)'
