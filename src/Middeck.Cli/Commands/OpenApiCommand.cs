using System.CommandLine;
using Middeck.Operations;
using Middeck.Server.Schema;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck openapi</c>: writes the API's document; needs no home and no database.</summary>
internal static class OpenApiCommand
{
    public static Command Create(CommandContext context)
    {
        var output = new Option<string?>("--output", "-o") { Description = "A file instead of standard output" };
        var command = new Command("openapi", "Write the OpenAPI document") { output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var document = await OpenApiWriter.WriteAsync(cancellationToken);
            if (parsed.GetValue(output) is { } path)
            {
                await File.WriteAllTextAsync(path, document, cancellationToken);
            }
            else
            {
                await context.Output.WriteAsync(document.AsMemory(), cancellationToken);
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }
}
