using Microsoft.AspNetCore.Mvc;
using Middeck.Core.Errors;

namespace Middeck.Studio.Apps;

/// <summary>Asks for a part of the apps.</summary>
internal sealed record AppListQuery
{
    /// <summary>Part of the name or the description.</summary>
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    /// <summary>The kind.</summary>
    [FromQuery(Name = "mode")]
    public string? Mode { get; init; }

    /// <summary>Ids of tags with commas between them; apps that have any of them are shown.</summary>
    [FromQuery(Name = "tag_ids")]
    public string? TagIds { get; init; }

    /// <summary>Only those that the person has marked.</summary>
    [FromQuery(Name = "favourite")]
    public bool? Favourite { get; init; }

    /// <summary>Only those that the person has made.</summary>
    [FromQuery(Name = "mine")]
    public bool? Mine { get; init; }

    /// <summary>Those in the trash, instead of all others.</summary>
    [FromQuery(Name = "trash")]
    public bool? Trash { get; init; }

    /// <summary>How many, 1 to 100.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary>The <c>next_cursor</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <exception cref="FaultException"><c>apps.invalid_tag_ids</c> or <c>apps.invalid_text</c>.</exception>
    public AppFilter ToFilter()
    {
        AppText.Refuse(Q, 200, "q");
        AppText.Refuse(Mode, 50, "mode");
        return new AppFilter(
            string.IsNullOrWhiteSpace(Q) ? null : Q.Trim(),
            string.IsNullOrEmpty(Mode) ? null : Mode,
            [.. (TagIds ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReadTag)],
            Favourite ?? false,
            Mine ?? false,
            Trash ?? false);
    }

    private static Guid ReadTag(string text) => Guid.TryParse(text, out var id)
        ? id
        : throw new FaultException(Fault.Invalid(
            "apps.invalid_tag_ids", "tag_ids must be ids of tags with commas between them.", "tag_ids"));
}
