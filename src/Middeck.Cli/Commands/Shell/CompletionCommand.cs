using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Shell;

/// <summary><c>middeck completion bash|zsh|fish</c>: prints what makes the shell complete our commands; it asks us at each Tab.</summary>
internal static class CompletionCommand
{
    // ${COMP_LINE} up to the cursor, as System.CommandLine's [suggest] wants it.
    private const string Bash = """
        _middeck() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _middeck middeck ./middeck
        """;

    private const string Zsh = """
        #compdef middeck
        _middeck() {
          local -a found
          found=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found
          _files
        }
        compdef _middeck middeck ./middeck
        """;

    private const string Fish = """
        function __middeck_complete
          set -l line (commandline -cp)
          middeck "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c middeck -a '(__middeck_complete)'
        """;

    public static Command Create(CommandContext context)
    {
        var shell = new Argument<string>("shell") { Description = new Message("bash, zsh or fish", "bash、zsh 或 fish").In(context.Tongue) };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new Command("completion", new Message(
            "Print what makes the shell complete middeck's commands", "输出 shell 自动补全脚本").In(context.Tongue))
        {
            shell,
        };
        command.AddExamples(
            ("source <(middeck completion bash)", new Message("For this bash", "当前 bash 生效")),
            ("middeck completion bash > /etc/bash_completion.d/middeck", new Message("For everybody", "对所有用户生效")),
            ("middeck completion fish > ~/.config/fish/completions/middeck.fish", new Message("For fish", "fish")));
        command.SetAction(parsed =>
        {
            context.Output.WriteLine(parsed.GetRequiredValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                _ => Fish,
            });
            return (int)ExitCode.Ok;
        });
        return command;
    }
}
