using System.CommandLine;
using Middeck.Operations;
using Middeck.Operations.Language;
using Middeck.Server.Schema;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck openapi</c>: writes the API's document; needs no home and no database.</summary>
internal static class OpenApiCommand
{
    public static Command Create(CommandContext context)
    {
        var output = new Option<string?>("--output", "-o")
        {
            Description = new Message("A file instead of standard output", "写入文件而非标准输出").In(context.Tongue),
        };
        var command = new Command("openapi", new Message("Write the OpenAPI document", "输出 OpenAPI 文档").In(context.Tongue)) { output };
        command.AddExamples(("middeck openapi -o openapi.json", new Message("Into a file", "写入文件")));
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
