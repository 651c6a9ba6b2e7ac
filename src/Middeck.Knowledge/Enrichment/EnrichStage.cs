using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Enrichment;

/// <summary>
/// Lets a chat model write about chunks, or questions and answers from passages. Several calls are in flight; each answer is
/// committed by itself, and what was asked is not asked again. A chunk that the model makes nothing of stays as it is.
/// </summary>
internal sealed class EnrichStage(EnrichmentStore store, IModelGateway models, IOptions<KnowledgeOptions> options)
{
    /// <summary>How far the whole job is when enrichment is done.</summary>
    public const double To = 0.6;

    private const double From = 0.25;
    private const int Batch = 128;
    private const int Tries = 2;
    private const int BeginningLength = 1500;

    /// <returns>A sentence about what the model made nothing of; null when there is none. And how many chunks there are.</returns>
    public async Task<(string? Warning, int Chunks)> RunAsync(
        DocumentRow row,
        ModelCaller caller,
        ChunkingSettings chunking,
        EnrichmentSettings settings,
        StageReporter stage,
        CancellationToken cancellationToken)
    {
        var (all, pending, _) = await store.CountAsync(row, cancellationToken);
        string? reason = null;
        if (pending > 0)
        {
            await stage.BeginAsync(DocumentStatus.Indexing, From, To, Asked(all - pending, all), cancellationToken);
            reason = await AskAllAsync(row, caller, chunking, settings, stage, all - pending, all, cancellationToken);
        }

        if (IsQa(chunking))
        {
            await store.RenumberAsync(row, cancellationToken);
        }

        var (chunks, _, failed) = await store.CountAsync(row, cancellationToken);
        return (failed == 0 ? null : WarningOf(failed, chunks, chunking, reason), chunks);
    }

    public static bool IsQa(ChunkingSettings chunking) => chunking.Mode == "qa";

    private async Task<string?> AskAllAsync(
        DocumentRow row,
        ModelCaller caller,
        ChunkingSettings chunking,
        EnrichmentSettings settings,
        StageReporter stage,
        int done,
        int all,
        CancellationToken cancellationToken)
    {
        string? reason = null;
        IChatClient client;
        try
        {
            client = await models.ChatAsync(caller, settings.Model, cancellationToken);
        }
        catch (FaultException ex)
        {
            await store.SaveFailuresAsync(row, cancellationToken);
            return ex.Fault.Detail;
        }

        using (client)
        {
            var beginning = await store.BeginningAsync(row, cancellationToken);
            beginning = beginning[..TextCut.At(beginning, BeginningLength)];
            while (await store.PendingAsync(row, Batch, cancellationToken) is { Count: > 0 } batch)
            {
                await Parallel.ForEachAsync(
                    batch,
                    new ParallelOptions
                    {
                        MaxDegreeOfParallelism = options.Value.EnrichmentConcurrency,
                        CancellationToken = cancellationToken,
                    },
                    async (chunk, token) =>
                    {
                        try
                        {
                            await AskAsync(row, chunk, beginning, client, chunking, settings, token);
                        }
                        catch (FaultException ex)
                        {
                            reason = ex.Fault.Detail;
                            await store.SaveFailureAsync(row, chunk.Id, token);
                        }

                        var asked = Interlocked.Increment(ref done);
                        await stage.AdvanceAsync(Asked(asked, all), token);
                    });
            }
        }

        return reason;
    }

    private async Task AskAsync(
        DocumentRow row,
        PendingChunk chunk,
        string beginning,
        IChatClient client,
        ChunkingSettings chunking,
        EnrichmentSettings settings,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            if (IsQa(chunking))
            {
                var messages = EnrichmentPrompts.Pairs(row.Name, chunk, chunking.QaLanguage);
                if (await AskAsync<WrittenPairs>(client, messages, cancellationToken) is { } written
                    && Usable(written) is { Count: > 0 } pairs)
                {
                    await store.SavePairsAsync(row, chunk, pairs, cancellationToken);
                    return;
                }
            }
            else
            {
                var messages = EnrichmentPrompts.Notes(row.Name, beginning, chunk, settings);
                if (await AskAsync<WrittenNotes>(client, messages, cancellationToken) is { } written
                    && Usable(written, settings) is { } notes)
                {
                    await store.SaveNotesAsync(row, chunk.Id, notes, cancellationToken);
                    return;
                }
            }
        }

        await store.SaveFailureAsync(row, chunk.Id, cancellationToken);
    }

    private static async Task<T?> AskAsync<T>(
        IChatClient client, ChatMessage[] messages, CancellationToken cancellationToken) where T : class
        => ModelAnswer.Read<T>((await client.GetResponseAsync(messages, cancellationToken: cancellationToken)).Text);

    private static List<WrittenPair> Usable(WrittenPairs written)
        =>
        [
            .. written.Pairs.Where(static pair => pair is not null
                && !string.IsNullOrWhiteSpace(pair.Question) && !string.IsNullOrWhiteSpace(pair.Answer)),
        ];

    // Only what was asked for, and all of it.
    private static WrittenNotes? Usable(WrittenNotes written, EnrichmentSettings settings)
    {
        string[] questions =
        [
            .. (written.Questions ?? []).Where(static question => !string.IsNullOrWhiteSpace(question)).Take(settings.Questions),
        ];
        var isWhole = (!settings.Context || !string.IsNullOrWhiteSpace(written.Context))
            && (!settings.Summary || !string.IsNullOrWhiteSpace(written.Summary))
            && (settings.Questions == 0 || questions.Length > 0);
        return isWhole
            ? new WrittenNotes(settings.Context ? written.Context : null, settings.Summary ? written.Summary : null, questions)
            : null;
    }

    private static string WarningOf(int failed, int chunks, ChunkingSettings chunking, string? reason)
    {
        var what = IsQa(chunking) ? "passages were left as they are" : "chunks were not enriched";
        var of = IsQa(chunking) ? $"{failed}" : $"{failed} of {chunks}";
        return $"{of} {what}: {reason ?? "the model gave no answer of the form that was asked for."}";
    }

    private static StageCount Asked(int done, int all) => new(done, all, $"enriched {done}/{all} chunks");
}
