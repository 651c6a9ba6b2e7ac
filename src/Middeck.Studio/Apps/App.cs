using Middeck.Studio.Tags;

namespace Middeck.Studio.Apps;

/// <summary>An app as the console sees it, without its configuration.</summary>
/// <param name="Id">The row's key.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">For people; may be empty.</param>
/// <param name="Icon">An emoji or a name; null for none.</param>
/// <param name="Mode">The kind, as in the DSL.</param>
/// <param name="Status">Whether it can be called.</param>
/// <param name="Version">The published version; null before the first.</param>
/// <param name="DraftRevision">Grows with each saved draft.</param>
/// <param name="PublishedAt">When <paramref name="Version"/> was published.</param>
/// <param name="HasUnpublishedChanges">Whether the draft was saved after it was last published.</param>
/// <param name="Tags">The words that it is told apart by, in their order.</param>
/// <param name="IsFavourite">Whether the person who asks has marked it.</param>
/// <param name="DeletedAt">Since when it lies in the trash; null for all others.</param>
/// <param name="CreatedBy">The person.</param>
/// <param name="UpdatedBy">The last person who changed it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
internal sealed record App(
    Guid Id,
    string Name,
    string Description,
    string? Icon,
    string Mode,
    AppStatus Status,
    int? Version,
    int DraftRevision,
    DateTimeOffset? PublishedAt,
    bool HasUnpublishedChanges,
    IReadOnlyList<TagName> Tags,
    bool IsFavourite,
    DateTimeOffset? DeletedAt,
    Guid? CreatedBy,
    Guid? UpdatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
