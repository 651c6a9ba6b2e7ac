using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Http.Errors;
using Middeck.Http.Streaming;
using Middeck.Models.Calls;

namespace Middeck.Models.Dialects.OpenAi;

/// <summary>Streams an answer as <c>chat.completion.chunk</c>s and <c>[DONE]</c>; a failure in the middle is an <c>error</c>.</summary>
internal static class ChatChunks
{
    /// <param name="answer">The answer.</param>
    /// <param name="includeUsage">Whether a last chunk tells the usage (<c>stream_options.include_usage</c>).</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<SseFrame> Of(
        ChatAnswer answer, bool includeUsage, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        UsageDetails? usage = null;
        var finish = ChatFinishReason.Stop;
        yield return Chunk(answer, new ChatCompletion.Text("assistant", "", null), null);

        await using var updates = answer.Updates.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            Fault? fault = null;
            try
            {
                if (!await updates.MoveNextAsync())
                {
                    break;
                }
            }
            catch (FaultException ex)
            {
                fault = ex.Fault;
            }

            if (fault is not null)
            {
                yield return Frame(OpenAiError.Of(fault, FaultStatus.Of(fault.Kind)));
                yield break;
            }

            var update = updates.Current;
            usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
            finish = update.FinishReason ?? finish;
            var annotations = ChatCompletion.Of(update.Contents);
            if (update.Text.Length > 0 || annotations is not null)
            {
                yield return Chunk(answer, new ChatCompletion.Text(null, update.Text, annotations), null);
            }
        }

        yield return Chunk(answer, new ChatCompletion.Text(null, null, null), finish.Value);
        if (includeUsage)
        {
            yield return Frame(ChatCompletion.Last(answer, ChatCompletion.Of(usage)));
        }

        yield return new SseFrame("[DONE]");
    }

    private static SseFrame Chunk(ChatAnswer answer, ChatCompletion.Text delta, string? finishReason)
        => Frame(ChatCompletion.Chunk(answer, delta, finishReason));

    private static SseFrame Frame<T>(T body) => new(JsonSerializer.Serialize(body, Json.SnakeWithoutNulls));
}
