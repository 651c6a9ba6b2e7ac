using System.Text.Json;

namespace Middeck.Core.Audit;

/// <summary>
/// What one changing call did, filled in by the endpoint's service and written to the audit log when the call succeeded.
/// The log itself adds who, from where, when and which act; secrets must not be put in.
/// </summary>
public sealed class AuditTrail
{
    /// <summary>The kind of object that changed, such as <c>app</c>.</summary>
    public string? ObjectKind { get; private set; }

    /// <summary>The object's id.</summary>
    public string? ObjectId { get; private set; }

    /// <summary>The object's name at the time, for people.</summary>
    public string? ObjectName { get; private set; }

    /// <summary>The fields that changed, as they were.</summary>
    public JsonElement? Before { get; private set; }

    /// <summary>The fields that changed, as they are.</summary>
    public JsonElement? After { get; private set; }

    /// <summary>Overrides the person or workspace of the call, where the call itself established them (login, registration).</summary>
    public (Guid? UserId, Guid? WorkspaceId, string? Name)? Actor { get; private set; }

    /// <summary>Names the object.</summary>
    public AuditTrail About(string kind, object id, string? name = null)
    {
        (ObjectKind, ObjectId, ObjectName) = (kind, id.ToString(), name);
        return this;
    }

    /// <summary>Keeps what changed. Both are small objects without secrets; either may be null.</summary>
    public AuditTrail Change(object? before, object? after)
    {
        Before = before is null ? null : JsonSerializer.SerializeToElement(before, Json.Snake);
        After = after is null ? null : JsonSerializer.SerializeToElement(after, Json.Snake);
        return this;
    }

    /// <summary>Says who acted, where authentication could not.</summary>
    public AuditTrail By(Guid? userId, Guid? workspaceId, string? name)
    {
        Actor = (userId, workspaceId, name);
        return this;
    }
}
