using Middeck.Core.Audit;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Knowledge;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools.Mcp;

namespace Middeck.Studio.Tools.Providers;

/// <summary>Makes, changes, reads and deletes tool providers.</summary>
internal sealed class ToolProviderService(
    ToolProviderStore store,
    IEnumerable<IProviderKind> kinds,
    ProviderVault vault,
    ProviderSources sources,
    StdioRequest stdio,
    McpServers servers,
    IKnowledgeUsage usage,
    AuditTrail audit,
    TimeProvider clock)
{
    private const string ObjectKind = "tool_provider";

    public async Task<Page<ToolProvider>> ListAsync(Caller caller, PageRequest page, CancellationToken cancellationToken)
        => page.ToPage(await store.ListAsync(caller.WorkspaceId, page, cancellationToken), row => row.Id).Select(ToolProvider.From);

    public async Task<ToolProviderDetail> GetAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => await DetailAsync(await FindAsync(caller, id, cancellationToken), cancellationToken);

    public async Task<ToolProviderDetail> CreateAsync(
        Caller caller, CreateToolProvider request, CancellationToken cancellationToken)
    {
        var settings = new ProviderSettings(
            request.Kind,
            request.Kind == ProviderSettings.OpenApi ? ProviderRequest.UrlOf("source_url", request.SourceUrl) : null,
            ProviderRequest.UrlOf("server_url", request.ServerUrl),
            request.Transport,
            request.Auth is null ? ProviderAuth.None : ProviderRequest.AuthOf(request.Auth),
            []);
        var secrets = new ProviderSecrets(
            ProviderRequest.SecretOf(request.Auth), ProviderRequest.HeadersOf(request.Headers ?? [], ProviderSecrets.None.Headers));
        if (IsStarted(settings))
        {
            var variables = StdioRequest.EnvironmentOf(request.Environment ?? [], ProviderSecrets.None.Environment);
            settings = Started(settings, StdioRequest.ServerOf(request.Command, request.Arguments ?? [], variables, request.Network));
            stdio.Check(caller, settings.Stdio!, before: null);
            secrets = ProviderSecrets.None with { Environment = variables };
        }

        RefuseSignIn(settings);

        var (id, now) = (Ids.New(clock), clock.GetUtcNow());
        var row = await ReadAsync(
            new ToolProviderRow(
                id, caller.WorkspaceId, KindOf(settings), request.Name ?? "", request.Description ?? "", IconOf(request.Icon, settings),
                settings, "", [], null, now, now),
            secrets,
            await sources.FindAsync(caller.WorkspaceId, settings, request.Source, cancellationToken),
            takesAuth: request.Auth is null,
            cancellationToken);
        if (!await store.InsertAsync(row, caller.UserId, cancellationToken))
        {
            throw ToolProviderFaults.NameTaken(row.Name);
        }

        audit.About(ObjectKind, id, row.Name).Change(null, Facts(row));
        return await DetailAsync(row, cancellationToken);
    }

    public async Task<ToolProviderDetail> UpdateAsync(
        Caller caller, Guid id, UpdateToolProvider request, CancellationToken cancellationToken)
    {
        var before = await FindAsync(caller, id, cancellationToken);
        var sourceUrl = request.SourceUrl is { } given ? ProviderRequest.UrlOf("source_url", given)
            : request.Source is null ? before.Settings.SourceUrl : null;
        var settings = before.Settings with
        {
            SourceUrl = sourceUrl,
            ServerUrl = request.ServerUrl is { } server ? ProviderRequest.UrlOf("server_url", server) : before.Settings.ServerUrl,
            Transport = request.Transport ?? before.Settings.Transport,
            Auth = request.Auth is null ? before.Settings.Auth : ProviderRequest.AuthOf(request.Auth),
        };
        // What was given to a server in the network is nothing for a command, and the other way round.
        var kept = IsStarted(settings) == IsStarted(before.Settings) ? vault.Open(before).Secrets : ProviderSecrets.None;
        var secrets = new ProviderSecrets(
            settings.Auth.Type == ProviderAuth.None.Type ? null : ProviderRequest.SecretOf(request.Auth) ?? kept.Key,
            request.Headers is null ? kept.Headers : ProviderRequest.HeadersOf(request.Headers, kept.Headers));
        if (IsStarted(settings))
        {
            var variables = request.Environment is null ? kept.Environment : StdioRequest.EnvironmentOf(request.Environment, kept.Environment);
            var old = before.Settings.Stdio;
            settings = Started(settings, StdioRequest.ServerOf(
                request.Command ?? old?.Command, request.Arguments ?? old?.Arguments ?? [], variables, request.Network ?? old?.Network ?? false));
            // Variables can make many programs do something else.
            stdio.Check(caller, settings.Stdio!, variables.OrderBy(one => one.Key).SequenceEqual(kept.Environment.OrderBy(one => one.Key)) ? old : null);
            secrets = ProviderSecrets.None with { Environment = variables };
        }
        else
        {
            settings = settings with { Stdio = null };
        }

        RefuseSignIn(settings);

        // Before anything is asked of a server that the secrets were not given for.
        RefuseElsewhere(before, before with { Settings = settings }, request, kept);
        // Tokens are one server's, for the client that they were given to.
        var isSameSignIn = settings.ServerUrl == before.Settings.ServerUrl && settings.Auth == before.Settings.Auth && request.Auth?.Secret is not { Length: > 0 };
        var source = await sources.FindAsync(
            caller.WorkspaceId, settings, request.Source ?? (sourceUrl is null ? before.Source : null), cancellationToken);
        var after = await ReadAsync(
            before with
            {
                Name = request.Name ?? before.Name,
                Description = request.Description ?? before.Description,
                Icon = request.Icon is { Length: > 0 } icon ? icon : before.Icon,
                Settings = settings,
                SignIn = isSameSignIn ? before.SignIn : null,
                UpdatedAt = clock.GetUtcNow(),
            },
            secrets,
            source,
            takesAuth: false,
            cancellationToken);
        RefuseElsewhere(before, after, request, kept);
        if (!await store.UpdateAsync(after, cancellationToken))
        {
            throw ToolProviderFaults.NameTaken(after.Name);
        }

        if (!isSameSignIn)
        {
            await store.SaveSignInAsync(caller.WorkspaceId, id, null, cancellationToken);
        }

        audit.About(ObjectKind, id, after.Name).Change(Facts(before), Facts(after));
        return await DetailAsync(after, cancellationToken);
    }

    /// <summary>Apps that still name it say so when they are run.</summary>
    public async Task DeleteAsync(Caller caller, Guid id, CancellationToken cancellationToken)
    {
        var row = await FindAsync(caller, id, cancellationToken);
        await store.DeleteAsync(caller.WorkspaceId, id, cancellationToken);
        servers.Forget(id);
        audit.About(ObjectKind, id, row.Name).Change(Facts(row), null);
    }

    private async Task<ToolProviderRow> ReadAsync(
        ToolProviderRow row, ProviderSecrets secrets, string source, bool takesAuth, CancellationToken cancellationToken)
    {
        var content = await kinds.First(kind => kind.Kind == row.Kind).ReadAsync(
            new ProviderConnection(row.Id, row.WorkspaceId, row.Settings with { Headers = [.. secrets.Headers.Keys] }, secrets)
            {
                IsSignedIn = row.SignIn is not null,
            },
            source, cancellationToken);
        // Where nobody says how to show who asks, the description may.
        var auth = takesAuth && content.Auth is { } own ? own : row.Settings.Auth;
        var all = new ProviderSecrets(
            secrets.Key ?? (takesAuth ? content.Secrets.Key : null),
            secrets.Headers.Concat(content.Secrets.Headers).DistinctBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(StringComparer.OrdinalIgnoreCase))
        {
            Environment = secrets.Environment,
        };
        return row with
        {
            Name = ProviderRequest.NameOf(row.Name.Trim().Length > 0 ? row.Name : content.Name),
            Description = Storable(row.Description.Length > 0 ? row.Description : content.Description),
            Settings = row.Settings with { Auth = auth, Headers = [.. all.Headers.Keys] },
            Source = content.Source ?? source,
            Tools = content.Tools,
            Secrets = vault.Seal(row.Id, all),
        };
    }

    // Where secrets were given for one server, no change of the address or the description takes them to another.
    private static void RefuseElsewhere(
        ToolProviderRow before, ToolProviderRow after, UpdateToolProvider request, ProviderSecrets kept)
    {
        var isSame = ProviderSources.HostsOf(after).IsSubsetOf(ProviderSources.HostsOf(before));
        var isGiven = (kept.Key is null || request.Auth?.Secret is { Length: > 0 } || after.Settings.Auth.Type == ProviderAuth.None.Type)
            && (kept.Headers.Count == 0 || request.Headers?.Values.All(value => value.Length > 0) == true)
            && (kept.Environment.Count == 0 || request.Environment?.Values.All(value => value.Length > 0) == true);
        if (!isSame && !isGiven)
        {
            throw ToolProviderFaults.SecretsNeeded();
        }
    }

    private async Task<ToolProviderDetail> DetailAsync(ToolProviderRow row, CancellationToken cancellationToken)
        => new(
            ToolProvider.From(row), row.Source, [.. row.Tools.Select(ToolProviderTool.From)],
            await usage.ListAsync(row.WorkspaceId, row.Id, cancellationToken));

    private async Task<ToolProviderRow> FindAsync(Caller caller, Guid id, CancellationToken cancellationToken)
        => await store.FindAsync(caller.WorkspaceId, id, cancellationToken) ?? throw ToolProviderFaults.NotFound();

    private static void RefuseSignIn(ProviderSettings settings)
    {
        if (settings.Auth.Type == ProviderAuth.OAuth && settings.Source != ProviderSettings.Mcp)
        {
            throw McpFaults.OnlyMcpSignsIn();
        }
    }

    private static bool IsStarted(ProviderSettings settings)
        => settings is { Source: ProviderSettings.Mcp, Transport: ProviderSettings.StdioTransport };

    private static ProviderSettings Started(ProviderSettings settings, StdioServer server)
        => settings with { ServerUrl = null, Auth = ProviderAuth.None, Stdio = server };

    private static string KindOf(ProviderSettings settings) => settings.Source == ProviderSettings.Mcp ? "mcp" : "api";

    private static string IconOf(string? icon, ProviderSettings settings)
        => icon is { Length: > 0 } ? icon : settings.Source == ProviderSettings.Mcp ? "🧩" : "🔌";

    private static string Storable(string text)
        => StorableJson.IsStorable(text) ? text[..Math.Min(text.Length, 2000)] : "";

    private static object Facts(ToolProviderRow row) => new
    {
        row.Name,
        row.Settings.Source,
        row.Settings.ServerUrl,
        Command = row.Settings.Stdio?.Line,
        Auth = row.Settings.Auth.Type,
        Tools = row.Tools.Count,
    };
}
