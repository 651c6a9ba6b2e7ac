using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Middeck.Server;

namespace Middeck.Architecture.Tests.Reference;

public sealed class ConfigurationReferenceTests
{
    private const string Head = """
        # Configuration

        Made from the options in the code. Each key can stand in `middeck.yaml` of the home folder, in the environment
        (`server.port` is `MIDDECK_SERVER__PORT`) or on the command line (`--set server.port=8080`); the command line wins over the
        environment, and that over the file. An unknown key or a bad value stops the start with one line.

        ```yaml
        server:
          port: 7080
          environment: dev
        ```

        """;

    [Fact]
    public void The_page_lists_every_option_of_every_room()
    {
        var page = new StringBuilder(Head);
        foreach (var room in MiddeckServer.KnownOptions().OrderBy(room => room.Section, StringComparer.Ordinal))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {room.Section}\n\n| key | default | what it is |\n|---|---|---|\n");
            var defaults = Activator.CreateInstance(room.Type)!;
            foreach (var property in room.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true }))
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{room.Section}.{JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)}` | {Default(property.GetValue(defaults))} | {XmlSummaries.Of(property)} |\n");
            }
        }

        ReferenceFile.AssertCurrent("configuration.md", page.ToString());
    }

    private static string Default(object? value) => value switch
    {
        null or "" => "",
        bool flag => flag ? "`true`" : "`false`",
        Enum word => $"`{JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString())}`",
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        string text => $"`{text}`",
        _ => "",
    };
}
