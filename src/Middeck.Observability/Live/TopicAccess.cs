using Middeck.Core.Security;
using Middeck.Identity.Access;

namespace Middeck.Observability.Live;

/// <summary>Which topics a person may hear: those whose objects they may read.</summary>
internal sealed class TopicAccess(IResourceAccess resources)
{
    private const string KnowledgeBase = "knowledge:";

    /// <summary>The topics that are allowed. Others are left out silently: a page that asks for too much still gets its own.</summary>
    public async Task<IReadOnlyList<string>> AllowedAsync(
        Caller caller, IReadOnlyCollection<string> topics, CancellationToken cancellationToken)
    {
        var allowed = topics.Where(topic => PlainPermission(topic) is { } permission && caller.Has(permission)).ToList();
        if (!caller.Has(Permissions.Knowledge.Read))
        {
            return allowed;
        }

        var bases = topics.Select(KnowledgeBaseOf).OfType<Guid>().ToHashSet();
        if (bases.Count > 0)
        {
            var visible = await resources.VisibleAsync(caller, ResourceKind.KnowledgeBase, bases, cancellationToken);
            allowed.AddRange(topics.Where(topic => KnowledgeBaseOf(topic) is { } id && visible.Contains(id)));
        }

        return allowed;
    }

    private static string? PlainPermission(string topic) => topic switch
    {
        "jobs" => Permissions.Jobs.Read,
        "apps" => Permissions.Apps.Read,
        "workspace" => Permissions.Workspaces.Read,
        _ => null,
    };

    private static Guid? KnowledgeBaseOf(string topic)
        => topic.StartsWith(KnowledgeBase, StringComparison.Ordinal)
            && Guid.TryParseExact(topic.AsSpan(KnowledgeBase.Length), "D", out var id)
            ? id
            : null;
}
