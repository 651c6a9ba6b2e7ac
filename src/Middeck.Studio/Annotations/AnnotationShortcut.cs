using Microsoft.Extensions.Logging;
using Middeck.Core.Errors;
using Middeck.Identity.Users;
using Middeck.Models.Gateway;
using Middeck.Storage.Sql;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;
using Middeck.Studio.Tracing;

namespace Middeck.Studio.Annotations;

/// <summary>Answers what people have answered before: a question in the same words, or the nearest one that is near enough.</summary>
internal sealed partial class AnnotationShortcut(
    AnnotationIndexes indexes,
    AnnotationHitStore hits,
    IModelGateway models,
    IPeople people,
    ILogger<AnnotationShortcut> logger) : IShortcut
{
    private const int LongestQuestion = 4_000;

    public async Task<string?> AnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var request = turn.Run.Request;
        var index = await indexes.FindAsync(request.App.Id, cancellationToken);
        if (!index.Settings.Enabled)
        {
            return null;
        }

        var match = await turn.Run.Trace.RecordAsync(
            TraceKind.Annotation, "Annotations", new { turn.Query, index.Settings.ScoreThreshold }, async step =>
            {
                var nearest = index.Same(turn.Query) ?? await NearestAsync(index, turn, cancellationToken);
                step.Returns(nearest);
                return nearest;
            });
        if (match is null || match.Score < index.Settings.ScoreThreshold)
        {
            return null;
        }

        var source = SnakeCase.Of(request.Source.ToString());
        var found = await hits.HitAsync(
            request.App.WorkspaceId, match.Id, turn.Run.Id, turn.Query, match.Score, source, cancellationToken);
        if (found is null)
        {
            return null;
        }

        turn.Progress.Annotation = new AnnotationReply(
            found.Id, new AnnotationAuthor(found.CreatedBy, await NameAsync(found.CreatedBy, cancellationToken)));
        return found.Answer;
    }

    private async Task<AnnotationMatch?> NearestAsync(
        AnnotationIndex index, Turn turn, CancellationToken cancellationToken)
    {
        if (!index.HasVectors)
        {
            return null;
        }

        try
        {
            var model = await models.EmbeddingsAsync(turn.Caller, index.Settings.EmbeddingModel, cancellationToken);
            using var generator = model.Generator;
            var question = turn.Query.Length <= LongestQuestion ? turn.Query : turn.Query[..LongestQuestion];
            var vectors = await generator.GenerateAsync([question], options: null, cancellationToken);
            return index.Nearest(model.Key, vectors[0].Vector.ToArray());
        }
        catch (FaultException ex)
        {
            // The app's model can still answer.
            LogNotCompared(ex, turn.Run.Id);
            return null;
        }
    }

    private async Task<string> NameAsync(Guid? userId, CancellationToken cancellationToken)
        => userId is { } id && (await people.NamesAsync([id], cancellationToken)).TryGetValue(id, out var name) ? name : "";

    [LoggerMessage(LogLevel.Warning, "The question of run {RunId} could not be compared with annotations by their meaning.")]
    private partial void LogNotCompared(Exception exception, Guid runId);
}
