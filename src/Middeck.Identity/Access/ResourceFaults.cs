using Middeck.Core.Errors;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Access;

/// <summary>The refusals that have to do with single resources.</summary>
internal static class ResourceFaults
{
    /// <summary>The same that the resource's own room says of one that does not exist.</summary>
    public static Fault NotFound(ResourceKind kind) => kind switch
    {
        ResourceKind.App => Fault.NotFound("apps.not_found", "The workspace has no such app."),
        _ => Fault.NotFound("knowledge.not_found", "The workspace has no such knowledge base."),
    };

    public static Fault LevelNeeded(AccessLevel need)
    {
        var level = SnakeCase.Of(need.ToString());
        return new Fault(
            FaultKind.Forbidden,
            "access.level_needed",
            $"You need the level '{level}' on this. Whoever manages it can grant that.",
            Extensions: new Dictionary<string, object?> { ["level"] = level });
    }
}
