using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Calls;

/// <summary>Reads a run as the answer of a model. Who stops reading stops watching; the run goes on.</summary>
internal static partial class RunUpdates
{
    public static async IAsyncEnumerable<ChatResponseUpdate> Of(
        ChatRun run, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var sequence = 1; await run.Stream.WaitForAsync(sequence, cancellationToken); sequence++)
        {
            switch (run.Stream.At(sequence))
            {
                case RunEvent.Delta delta:
                    yield return new ChatResponseUpdate(ChatRole.Assistant, delta.Text);
                    break;
                // What was sent cannot be taken back here: what takes its place follows it.
                case RunEvent.Replaced replaced:
                    yield return new ChatResponseUpdate(ChatRole.Assistant, sequence > 2 ? $"\n{replaced.Text}" : replaced.Text);
                    break;
                case RunEvent.Ended ended:
                    yield return End(run, ended);
                    break;
                case RunEvent.Failed { Failure: var failure }:
                    throw new FaultException(new Fault(KindOf(failure), failure.Code, failure.Message));
            }
        }
    }

    private static ChatResponseUpdate End(ChatRun run, RunEvent.Ended ended)
    {
        var usage = new UsageDetails
        {
            InputTokenCount = ended.Usage.PromptTokens,
            OutputTokenCount = ended.Usage.CompletionTokens,
            TotalTokenCount = ended.Usage.PromptTokens + ended.Usage.CompletionTokens,
        };
        var update = new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(usage)]) { FinishReason = ChatFinishReason.Stop };
        if (Annotations(run.Request.App.WorkspaceId, ended) is { Count: > 0 } annotations)
        {
            update.Contents.Insert(0, new TextContent("") { Annotations = annotations });
        }

        return update;
    }

    // Each [n] of the text cites the passage with that number.
    private static List<AIAnnotation> Annotations(Guid workspaceId, RunEvent.Ended ended)
    {
        var passages = ended.Citations.ToDictionary(citation => citation.Position);
        return [.. Marks().Matches(ended.Answer)
            .Where(mark => int.TryParse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var number) && passages.ContainsKey(number))
            .Select(mark => Annotation(
                workspaceId, passages[int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture)], mark))];
    }

    private static CitationAnnotation Annotation(Guid workspaceId, Citation passage, Match mark) => new()
    {
        Title = passage.DocumentName,
        Url = new Uri(
            $"/w/{workspaceId}/knowledge/{passage.DatasetId}/documents/{passage.DocumentId}?chunk={passage.SegmentId}",
            UriKind.Relative),
        Snippet = passage.Content,
        AnnotatedRegions = [new TextSpanAnnotatedRegion { StartIndex = mark.Index, EndIndex = mark.Index + mark.Length }],
    };

    private static FaultKind KindOf(RunFailure failure) => failure.Status switch
    {
        400 => FaultKind.Invalid,
        429 => FaultKind.TooMany,
        _ => FaultKind.Upstream,
    };

    [GeneratedRegex(@"\[(\d{1,4})\]")]
    private static partial Regex Marks();
}
