using System.Text.Json;
using Middeck.Models.Catalogue;
using Middeck.Models.Upstream;

namespace Middeck.Models.OpenAi;

/// <summary>Calls that are answered by one JSON document.</summary>
internal static class JsonAnswer
{
    private const int MostBytes = 256 << 20;

    public static async Task<JsonDocument> AskAsync(
        UpstreamClient upstream,
        ProviderConnection connection,
        string path,
        ReadOnlyMemory<byte>? json,
        CancellationToken cancellationToken)
    {
        using var patience = upstream.BeginPatience(cancellationToken);
        using var response = await upstream.SendAsync(connection, path, json, patience);
        return await ReadAsync(response, connection, patience);
    }

    public static async Task<JsonDocument> ReadAsync(
        HttpResponseMessage response, ProviderConnection connection, Patience patience)
    {
        try
        {
            await using var stream = new HeardStream(
                await response.Content.ReadAsStreamAsync(patience.Token), patience, MostBytes);
            return await JsonDocument.ParseAsync(stream, default, patience.Token);
        }
        catch (Exception ex) when (patience.Explains(ex))
        {
            throw patience.Verdict(connection);
        }
        catch (JsonException ex)
        {
            throw UpstreamFaults.Nonsense(connection, ContentWords.Of(response), ex);
        }
        catch (EventTooLongException ex)
        {
            throw UpstreamFaults.Nonsense(connection, "more than 256 MB", ex);
        }
        catch (Exception ex) when (ex is IOException or HttpRequestException)
        {
            throw UpstreamFaults.Broken(connection, ex);
        }
    }
}
