using System.Runtime.CompilerServices;
using System.Text.Json;
using Middeck.Cli.Servers;

namespace Middeck.Cli.Commands.Apps;

/// <summary>Reads lists of the server to their ends.</summary>
internal static class AppPages
{
    /// <summary>The apps that the query leaves.</summary>
    public static IAsyncEnumerable<JsonElement> ReadAsync(
        ServerClient server, string query, CancellationToken cancellationToken)
        => ReadAsync(server, "api/v1/apps", query, cancellationToken);

    /// <summary>The rows of all pages.</summary>
    public static async IAsyncEnumerable<JsonElement> ReadAsync(
        ServerClient server, string path, string query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = "";
        while (cursor is not null)
        {
            var page = await server.GetAsync($"{path}?limit=100&cursor={cursor}&{query}", cancellationToken);
            foreach (var row in page.GetProperty("data").EnumerateArray())
            {
                yield return row;
            }

            cursor = page.GetProperty("next_cursor").GetString();
        }
    }

    /// <summary>The rows as one JSON list.</summary>
    public static async Task<JsonElement> ToListAsync(IAsyncEnumerable<JsonElement> rows, CancellationToken cancellationToken)
        => JsonSerializer.SerializeToElement(await rows.ToListAsync(cancellationToken), Core.Json.Snake);
}
