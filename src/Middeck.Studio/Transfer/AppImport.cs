using Microsoft.Extensions.Options;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Transfer;

/// <summary>Makes apps of files, or gives an app the draft that a file describes. Nothing is written of a file that is refused.</summary>
internal sealed class AppImport(
    AppAccess access,
    AppMaker maker,
    AppImportStore store,
    AppStore apps,
    EnvironmentVariables environment,
    ImportCheck check,
    GraphImport graphs,
    RemoteImport remote,
    PublishedApps published,
    AppAnnouncer announcer,
    IOptions<StudioOptions> options,
    TimeProvider clock)
{
    private const string InApi = "config";

    // A value counts more than the characters that it is written with.
    private const long MostWeight = 4;

    /// <exception cref="FaultException">The file is refused.</exception>
    public async Task<ImportResult> ImportAsync(
        Caller caller, ImportRequest request, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = request.AppId is { } appId ? await OpenAsync(caller, appId, cancellationToken) : null;
        var most = options.Value.MaxImportBytes;
        var file = Read(request.Url is { } url
            ? await remote.ReadAsync(caller.WorkspaceId, url, most, cancellationToken)
            : await request.ReadAsync(most, cancellationToken));
        if (app is null)
        {
            file = file with { Config = EnvironmentVariables.Unmask(file.Mode, file.Config) };
        }
        else if (app.Mode != file.Mode)
        {
            throw new FaultException(Fault.Conflict(
                "apps.import_mode_differs", $"The file holds an app of the kind '{file.Mode}', and this app is '{app.Mode}'."));
        }

        var warnings = VersionWarnings(file.Version);
        warnings.AddRange(AppMode.IsGraph(file.Mode)
            ? await graphs.FindAsync(caller, file, cancellationToken)
            : await check.FindAsync(caller, file.Config, file.Section, cancellationToken));
        if (IsToBeConfirmed(file.Version) && !request.IsConfirmed)
        {
            return Result(null, ImportResult.Pending, file, warnings);
        }

        var id = app is null
            ? (await maker.MakeAsync(caller, DesignOf(file), audit, cancellationToken)).Id
            : await ReplaceAsync(caller, app, file, audit, cancellationToken);
        var status = warnings.Count > 0 ? ImportResult.CompletedWithWarnings : ImportResult.Completed;
        return Result(id, status, file, warnings);
    }

    /// <summary>What a file says.</summary>
    /// <exception cref="FaultException">The file is refused.</exception>
    public AppFile Read(string text)
    {
        var file = AppFile.Read(YamlJson.Read(text, MostWeight * options.Value.MaxImportBytes));
        try
        {
            AppConfigCheck.Check(file.Config, file.Mode, options.Value);
        }
        catch (FaultException ex) when (ex.Fault.Field is { } field)
        {
            // The section has another name in a file than in the API: config.pre_prompt is model_config.pre_prompt there.
            throw new FaultException(ex.Fault with { Field = InFile(file, field), Detail = InFile(file, ex.Fault.Detail) });
        }

        var most = options.Value.MaxConfigBytes;
        return file.Envelope.GetRawText().Length <= most
            ? GraphImport.Complete(file)
            : throw new FaultException(new Fault(
                FaultKind.TooLarge, "apps.config_too_large", $"What stands around {file.Section} may have at most {most:N0} characters."));
    }

    private static string InFile(AppFile file, string path)
        => path.StartsWith(InApi, StringComparison.Ordinal) ? file.Section + path[InApi.Length..] : path;

    private static bool IsToBeConfirmed(DslVersion version)
        => version.CompareTo(DslVersion.Current) > 0 || version.Major < DslVersion.Current.Major;

    private static List<ImportWarning> VersionWarnings(DslVersion version)
    {
        if (version.CompareTo(DslVersion.Current) > 0)
        {
            return [new ImportWarning(
                "newer_version",
                $"The file is of version {version}; {DslVersion.Current} is the newest that is known here. What is new in it is kept and has no effect.",
                "version")];
        }

        return version.Major < DslVersion.Current.Major || version.Minor < DslVersion.Current.Minor
            ? [new ImportWarning("older_version", $"The file is of the older version {version}.", "version")]
            : [];
    }

    private static AppDesign DesignOf(AppFile file)
        => new(file.Name, file.Mode, file.Description, file.Icon, file.Config) { Envelope = file.Envelope };

    private static ImportResult Result(Guid? id, string status, AppFile file, List<ImportWarning> warnings)
        => new(id, status, file.Version.ToString(), DslVersion.Current.ToString(), warnings);

    private async Task<App> OpenAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
        => caller.Has(Permissions.Apps.Update)
            ? await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken)
            : throw new FaultException(Fault.Forbidden(Permissions.Apps.Update));

    private async Task<Guid> ReplaceAsync(
        Caller caller, App app, AppFile file, AuditTrail audit, CancellationToken cancellationToken)
    {
        var kept = await apps.FindWrittenAsync(caller.WorkspaceId, app.Id, cancellationToken) ?? throw AppFaults.NotFound();
        var config = environment.Seal(caller.WorkspaceId, app.Mode, file.Config, kept.Config);
        await store.ReplaceAsync(
            caller.WorkspaceId, app.Id, file with { Config = config }, caller.UserId, clock.GetUtcNow(), cancellationToken);
        // The name and the description are the live app's too.
        await published.ForgetAsync(app.Id, cancellationToken);
        audit.About("app", app.Id, file.Name).Change(
            new { app.Name, app.DraftRevision }, new { file.Name, DraftRevision = app.DraftRevision + 1, Imported = true });
        announcer.Changed(caller.WorkspaceId, app.Id);
        return app.Id;
    }
}
