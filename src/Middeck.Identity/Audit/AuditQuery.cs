using Microsoft.AspNetCore.Mvc;
using Middeck.Core.Paging;
using Middeck.Identity.Validation;

namespace Middeck.Identity.Audit;

/// <summary>The query of the audit log.</summary>
internal sealed record AuditQuery
{
    [FromQuery(Name = "actor")]
    public string? Actor { get; init; }

    [FromQuery(Name = "action")]
    public string? Action { get; init; }

    [FromQuery(Name = "object_kind")]
    public string? ObjectKind { get; init; }

    [FromQuery(Name = "object_id")]
    public string? ObjectId { get; init; }

    [FromQuery(Name = "from")]
    public DateTimeOffset? From { get; init; }

    [FromQuery(Name = "to")]
    public DateTimeOffset? To { get; init; }

    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    public AuditFilter Filter() => new(
        PlainText.Query(Actor), PlainText.Query(Action), PlainText.Query(ObjectKind), PlainText.Query(ObjectId), From, To);

    public PageRequest Page() => PageRequest.Parse(Limit, Cursor);
}
