using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Users;

/// <summary>Where a new password comes from: the terminal, standard input, or it is generated. Never the command line, which others see.</summary>
internal sealed class PasswordInput
{
    private readonly Option<bool> _standardInput;
    private readonly Option<bool> _generate;

    public PasswordInput(CommandContext context)
    {
        _standardInput = new Option<bool>("--password-stdin")
        {
            Description = new Message("Read the password from standard input", "从标准输入读取密码").In(context.Tongue),
        };
        _generate = new Option<bool>("--generate")
        {
            Description = new Message("Generate one without asking", "直接生成密码，不询问").In(context.Tongue),
        };
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_standardInput);
        command.Options.Add(_generate);
    }

    /// <summary>The password; null when one is to be generated.</summary>
    /// <exception cref="RefusedException">There is none, or the two that were typed differ.</exception>
    public string? Read(CommandContext context, ParseResult parsed)
    {
        if (parsed.GetValue(_standardInput))
        {
            return Console.In.ReadLine() is { Length: > 0 } line
                ? line
                : throw new RefusedException(ExitCode.Usage, UserMessages.NoPassword());
        }

        if (parsed.GetValue(_generate) || Asking.Secret(context, UserMessages.AskPassword()) is not { Length: > 0 } typed)
        {
            return null;
        }

        return Asking.Secret(context, UserMessages.AskAgain()) == typed
            ? typed
            : throw new RefusedException(ExitCode.Usage, UserMessages.NotTheSame());
    }
}
