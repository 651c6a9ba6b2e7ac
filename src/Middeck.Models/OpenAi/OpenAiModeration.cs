using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.Models.Upstream;
using Middeck.Models.Usage;

namespace Middeck.Models.OpenAi;

/// <summary>
/// <c>POST moderations</c> as OpenAI has it, the only one there is: <c>{"results": [{"flagged": true, "categories": {…}}]}</c>.
/// </summary>
internal sealed class OpenAiModeration(ModelCatalogue catalogue, UpstreamClient upstream, CallMeters meters) : IModelModeration
{
    public async Task<bool> IsFlaggedAsync(
        ModelCaller caller, string? model, string text, CancellationToken cancellationToken)
    {
        var found = (await catalogue.GetAsync(caller.WorkspaceId, cancellationToken)).Resolve(ModelType.Moderation, model);
        if (found is null || found.Connection.Kind != ProviderKinds.OpenAi)
        {
            throw new FaultException(Fault.NotFound(
                "models.not_found",
                "The workspace has no model that judges content. Add one, such as omni-moderation-latest, under Models."));
        }

        return await meters.Begin(caller, found).MeasureAsync(
            () => AskAsync(found, text, cancellationToken),
            _ => new TokenCount(TokenEstimate.Of([text]), 0, IsEstimated: true));
    }

    private async Task<bool> AskAsync(ResolvedModel model, string text, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { Model = model.Model, Input = text }, Json.Snake);
        using var answer = await JsonAnswer.AskAsync(upstream, model.Connection, "moderations", body, cancellationToken);
        try
        {
            // A long text may come back in several parts.
            return answer.RootElement.GetProperty("results").EnumerateArray()
                .Select(result => result.GetProperty("flagged").GetBoolean()).Aggregate((one, other) => one || other);
        }
        catch (Exception ex) when (ex is KeyNotFoundException or InvalidOperationException)
        {
            throw UpstreamFaults.Nonsense(model.Connection, "something else than a verdict", ex);
        }
    }
}
