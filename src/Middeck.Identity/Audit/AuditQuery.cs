using Microsoft.AspNetCore.Mvc;
using Middeck.Core.Paging;
using Middeck.Identity.Validation;

namespace Middeck.Identity.Audit;

/// <summary>The query of the audit log.</summary>
internal sealed record AuditQuery(
    [FromQuery(Name = "actor")] string? Actor,
    [FromQuery(Name = "action")] string? Action,
    [FromQuery(Name = "object_kind")] string? ObjectKind,
    [FromQuery(Name = "object_id")] string? ObjectId,
    [FromQuery(Name = "from")] DateTimeOffset? From,
    [FromQuery(Name = "to")] DateTimeOffset? To,
    [FromQuery(Name = "limit")] int? Limit,
    [FromQuery(Name = "cursor")] string? Cursor)
{
    public AuditFilter Filter() => new(
        PlainText.Query(Actor), PlainText.Query(Action), PlainText.Query(ObjectKind), PlainText.Query(ObjectId), From, To);

    public PageRequest Page() => PageRequest.Parse(Limit, Cursor);
}
