using Middeck.Core.Security;
using Middeck.Identity.Access;

namespace Middeck.Observability.Live;

/// <summary>Which topics a person may hear: those whose objects they may read.</summary>
internal sealed class TopicAccess(IResourceAccess resources)
{
    private const string KnowledgeBase = "knowledge:";
    private const string App = "app:";

    /// <summary>The topics that are allowed. Others are left out silently: a page that asks for too much still gets its own.</summary>
    public async Task<IReadOnlyList<string>> AllowedAsync(
        Caller caller, IReadOnlyCollection<string> topics, CancellationToken cancellationToken)
    {
        var allowed = topics.Where(topic => PlainPermission(topic) is { } permission && caller.Has(permission)).ToList();
        await AddVisibleAsync(KnowledgeBase, Permissions.Knowledge.Read, ResourceKind.KnowledgeBase);
        await AddVisibleAsync(App, Permissions.Apps.Read, ResourceKind.App);
        return allowed;

        async Task AddVisibleAsync(string prefix, string permission, ResourceKind kind)
        {
            var ids = topics.Select(topic => IdOf(topic, prefix)).OfType<Guid>().ToHashSet();
            if (ids.Count > 0 && caller.Has(permission))
            {
                var visible = await resources.VisibleAsync(caller, kind, ids, cancellationToken);
                allowed.AddRange(topics.Where(topic => IdOf(topic, prefix) is { } id && visible.Contains(id)));
            }
        }
    }

    private static string? PlainPermission(string topic) => topic switch
    {
        "jobs" => Permissions.Jobs.Read,
        "apps" => Permissions.Apps.Read,
        "workspace" => Permissions.Workspaces.Read,
        _ => null,
    };

    private static Guid? IdOf(string topic, string prefix)
        => topic.StartsWith(prefix, StringComparison.Ordinal)
            && Guid.TryParseExact(topic.AsSpan(prefix.Length), "D", out var id)
            ? id
            : null;
}
