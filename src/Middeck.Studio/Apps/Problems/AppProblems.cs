using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Configuration;
using Middeck.Studio.Transfer;

namespace Middeck.Studio.Apps.Problems;

/// <summary>Tells what does not work in an app as it is.</summary>
internal sealed class AppProblems(
    AppAccess access, AppVersionStore versions, GraphReview graphs, ImportCheck others, IOptions<StudioOptions> options)
{
    /// <summary>What is wrong with the draft.</summary>
    public async Task<IReadOnlyList<AppProblem>> OfDraftAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        var draft = await versions.FindDraftAsync(caller.WorkspaceId, appId, cancellationToken) ?? throw AppFaults.NotFound();
        return await FindAsync(caller, app.Mode, draft.Config, cancellationToken);
    }

    /// <summary>What would be wrong with another draft.</summary>
    /// <exception cref="Core.Errors.FaultException">It could not be saved.</exception>
    public async Task<IReadOnlyList<AppProblem>> OfAsync(
        Caller caller, Guid appId, JsonElement config, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        AppConfigCheck.Check(config, app.Mode, options.Value);
        return await FindAsync(caller, app.Mode, config, cancellationToken);
    }

    private async Task<IReadOnlyList<AppProblem>> FindAsync(
        Caller caller, string mode, JsonElement config, CancellationToken cancellationToken)
        => AppMode.IsGraph(mode)
            ? await graphs.FindAsync(caller, mode, AppConfig.Read(config, mode), cancellationToken)
            : [.. (await others.FindAsync(caller, config, "config", cancellationToken))
                .Select(static warning => new AppProblem(null, warning.Code, warning.Message) { Path = warning.Path })];
}
