using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Models.Transports;

/// <summary>How a kind of provider that hears and speaks is spoken to. What it hands out is not metered yet.</summary>
internal interface ISpeechTransport
{
    /// <summary>What is said in a recording.</summary>
    Task<Transcript> TranscribeAsync(
        ProviderConnection connection, string model, Recording recording, CancellationToken cancellationToken);

    /// <summary>A text that the model can take at once, as MP3.</summary>
    IAsyncEnumerable<ReadOnlyMemory<byte>> SpeakAsync(
        ProviderConnection connection, string model, string text, string voice, CancellationToken cancellationToken);
}
