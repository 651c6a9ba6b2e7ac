using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core.Audit;
using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Apps;

/// <summary>Makes apps, from whatever they come: nothing, a template, another app, a file.</summary>
internal sealed class AppMaker(
    AppStore store, EnvironmentVariables environment, AppAnnouncer announcer, IOptions<StudioOptions> options, TimeProvider clock)
{
    public static JsonElement EmptyConfig { get; } = JsonSerializer.SerializeToElement(new Dictionary<string, string>());

    /// <exception cref="Core.Errors.FaultException">Something of it is refused, and nothing was made.</exception>
    public async Task<App> MakeAsync(
        Caller caller, AppDesign design, AuditTrail audit, CancellationToken cancellationToken)
    {
        AppModeCheck.Check(design.Mode);
        AppConfigCheck.Check(design.Config, design.Mode, options.Value);
        var config = design.IsSealed
            ? design.Config
            : environment.Seal(caller.WorkspaceId, design.Mode, design.Config);
        var app = new NewApp(
            Ids.New(clock),
            AppText.Name(design.Name),
            AppText.Description(design.Description),
            AppText.Icon(design.Icon),
            design.Mode,
            config.GetRawText(),
            design.Envelope.GetRawText(),
            design.TagIds,
            caller.UserId,
            clock.GetUtcNow());
        await store.InsertAsync(caller.WorkspaceId, app, cancellationToken);
        audit.About("app", app.Id, app.Name).Change(null, new { app.Name, app.Mode });
        announcer.Changed(caller.WorkspaceId, app.Id);
        return await store.FindAsync(caller.WorkspaceId, app.Id, caller.UserId, cancellationToken)
            ?? throw AppFaults.NotFound();
    }
}
