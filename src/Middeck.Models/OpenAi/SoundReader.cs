using Middeck.Models.Catalogue;
using Middeck.Models.Upstream;

namespace Middeck.Models.OpenAi;

/// <summary>Reads an answer that is sound, as it comes.</summary>
internal sealed class SoundReader(HttpResponseMessage response, ProviderConnection connection, Patience patience)
    : IAsyncDisposable
{
    private Stream? _stream;

    /// <summary>What has come, at most so many bytes; empty at the end.</summary>
    /// <exception cref="Middeck.Core.Errors.FaultException"><c>models.upstream_timeout</c>, <c>models.upstream_cut_off</c>.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(int most)
    {
        var buffer = new byte[most];
        try
        {
            _stream ??= await response.Content.ReadAsStreamAsync(patience.Token);
            var read = await _stream.ReadAsync(buffer, patience.Token);
            patience.Heard();
            return buffer.AsMemory(0, read);
        }
        catch (Exception ex) when (patience.Explains(ex))
        {
            throw patience.Verdict(connection);
        }
        catch (Exception ex) when (ex is IOException or HttpRequestException)
        {
            throw UpstreamFaults.Broken(connection, ex);
        }
    }

    public ValueTask DisposeAsync() => _stream?.DisposeAsync() ?? ValueTask.CompletedTask;
}
