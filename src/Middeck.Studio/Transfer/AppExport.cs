using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Comparison;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Transfer;

/// <summary>Writes apps into files, and tells how a file differs from an app.</summary>
internal sealed class AppExport(
    AppAccess access, AppStore apps, AppComparison sides, AppImport import, EnvironmentVariables environment)
{
    /// <summary>The app's name and its file.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="appId">The app.</param>
    /// <param name="version"><c>draft</c> or a version; null for the draft.</param>
    /// <param name="withSecrets">Whether credentials stay in; only for those who may change the app.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(string Name, string Yaml)> ExportAsync(
        Caller caller, Guid appId, string? version, bool withSecrets, CancellationToken cancellationToken)
    {
        if (withSecrets && !caller.Has(Permissions.Apps.Update))
        {
            throw new FaultException(Fault.Forbidden(Permissions.Apps.Update));
        }

        var app = await access.FindAsync(
            caller, appId, withSecrets ? AccessLevel.Edit : AccessLevel.Use, cancellationToken);
        var side = version is null ? AppSide.Draft : AppSide.Parse(version, "version");
        return (app.Name, YamlWriter.Write(await DocumentAsync(caller, app, side, withSecrets, cancellationToken)));
    }

    /// <summary>What has changed from the app to the file. Secrets are not compared: files are not to hold them.</summary>
    public async Task<IReadOnlyList<JsonChange>> CompareAsync(
        Caller caller, ImportRequest request, string? with, int mostBytes, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, request.AppId!.Value, AccessLevel.Use, cancellationToken);
        var side = with is null ? AppSide.Draft : AppSide.Parse(with, "with");
        var file = import.Read(await request.ReadAsync(mostBytes, cancellationToken));
        var theirs = app with { Name = file.Name, Mode = file.Mode, Description = file.Description, Icon = file.Icon };
        return JsonComparison.Between(
            await DocumentAsync(caller, app, side, withSecrets: false, cancellationToken),
            AppFile.Write(theirs, Clean(file.Mode, file.Config), file.Envelope));
    }

    private async Task<JsonElement> DocumentAsync(
        Caller caller, App app, AppSide side, bool withSecrets, CancellationToken cancellationToken)
    {
        var config = await sides.ConfigAsync(caller.WorkspaceId, app.Id, side, cancellationToken);
        var written = await apps.FindWrittenAsync(caller.WorkspaceId, app.Id, cancellationToken)
            ?? throw AppFaults.NotFound();
        return AppFile.Write(
            app, withSecrets ? WithSecrets(caller.WorkspaceId, app.Mode, config) : Clean(app.Mode, config), written.Envelope);
    }

    private static JsonElement Clean(string mode, JsonElement config)
        => AppMode.IsGraph(mode)
            ? GraphCleaning.Apply(EnvironmentVariables.Remove(mode, config), withSecrets: false)
            : SecretFields.RemoveFrom(config);

    private JsonElement WithSecrets(Guid workspaceId, string mode, JsonElement config)
        => AppMode.IsGraph(mode)
            ? GraphCleaning.Apply(environment.Reveal(workspaceId, mode, config), withSecrets: true)
            : config;
}
