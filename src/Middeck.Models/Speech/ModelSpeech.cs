using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Models.Transports;
using Middeck.Models.Usage;

namespace Middeck.Models.Speech;

/// <summary>Finds the model that hears or speaks, and puts the meter around it.</summary>
internal sealed class ModelSpeech(
    ModelCatalogue catalogue, TransportTable transports, CallMeters meters, IOptions<ModelsOptions> options) : IModelSpeech
{
    private const string UsualVoice = "alloy";

    public async Task<string> TranscribeAsync(
        ModelCaller caller, string? model, Recording recording, CancellationToken cancellationToken)
    {
        var (found, transport) = await ResolveAsync(caller, ModelType.SpeechToText, model, cancellationToken);
        var heard = await meters.Begin(caller, found).MeasureAsync(
            () => transport.TranscribeAsync(found.Connection, found.Model, recording, cancellationToken), Count);
        return heard.Text;
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> SpeakAsync(
        ModelCaller caller,
        string? model,
        string text,
        string? voice,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (found, transport) = await ResolveAsync(caller, ModelType.TextToSpeech, model, cancellationToken);
        var pieces = SpeechPieces.Of(text, options.Value.SpeechPiece);
        foreach (var piece in pieces)
        {
            var meter = meters.Begin(caller, found);
            var isHeard = false;
            var sound = transport.SpeakAsync(
                found.Connection, found.Model, piece, string.IsNullOrEmpty(voice) ? UsualVoice : voice, cancellationToken);
            var metered = meter.MeasureAsync(sound, Hear, Count, cancellationToken);
            await foreach (var part in pieces.Count == 1 ? metered : Mp3Joint.JoinAsync(metered, cancellationToken))
            {
                yield return part;
            }

            void Hear(ReadOnlyMemory<byte> part)
            {
                isHeard = true;
                meter.FirstToken();
            }

            // What failed before a sound came cost nothing that we know of.
            TokenCount Count(UsageStatus status) => status == UsageStatus.Failed && !isHeard
                ? default
                : new TokenCount(0, 0, IsEstimated: true) { Characters = piece.EnumerateRunes().LongCount() };
        }
    }

    private async Task<(ResolvedModel Model, ISpeechTransport Transport)> ResolveAsync(
        ModelCaller caller, ModelType type, string? model, CancellationToken cancellationToken)
    {
        var found = (await catalogue.GetAsync(caller.WorkspaceId, cancellationToken)).Resolve(type, model)
            ?? throw SpeechFaults.Missing(type);
        return (found, transports.Of(found.Connection.Kind).Speech ?? throw SpeechFaults.NotAvailable(found.Connection));
    }

    private static TokenCount Count(Transcript heard) => new(
        heard.InputTokens ?? 0, heard.OutputTokens ?? 0, IsEstimated: heard is { InputTokens: null, Seconds: null })
    {
        Seconds = heard.Seconds,
    };
}
