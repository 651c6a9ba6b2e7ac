using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Entry;

/// <summary>Hands out a generated text: to a file, whole or not at all, else to standard output.</summary>
internal static class EntryOutput
{
    public static async Task<int> WriteAsync(CommandContext context, string text, string? path, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            await context.Output.WriteAsync(text.AsMemory(), cancellationToken);
            return (int)ExitCode.Ok;
        }

        try
        {
            var draft = $"{path}.new";
            await File.WriteAllTextAsync(draft, text, cancellationToken);
            File.Move(draft, path, overwrite: true);
            return (int)ExitCode.Ok;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(
                ExitCode.Failed,
                new Message(
                    $"{path} cannot be written ({Message.Quote(ex.Message)}). Name another file: --output FILE.",
                    $"{path} 无法写入（{Message.Quote(ex.Message)}）。请用 --output 指定其他文件。"),
                ex);
        }
    }
}
