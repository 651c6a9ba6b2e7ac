using Middeck.Studio.Conversations;

namespace Middeck.Studio.Files;

/// <summary>A file that somebody gave to an app.</summary>
/// <param name="Id">The row's key; what clients call <c>upload_file_id</c>.</param>
/// <param name="WorkspaceId">Whose it is.</param>
/// <param name="AppId">The app that it was given to.</param>
/// <param name="Person">Who gave it.</param>
/// <param name="ConversationId">Where it is used; null until then.</param>
/// <param name="Name">With its extension.</param>
/// <param name="Extension">Lower case, without the dot; may be empty.</param>
/// <param name="MimeType">By the extension.</param>
/// <param name="Kind">What it is to a model.</param>
/// <param name="Size">Bytes.</param>
/// <param name="SourceUrl">Where it was fetched from; null for an upload.</param>
/// <param name="ObjectId">Its content.</param>
/// <param name="TextObjectId">Its text, once it was read.</param>
/// <param name="CreatedAt">When it came.</param>
internal sealed record StoredFile(
    Guid Id,
    Guid WorkspaceId,
    Guid AppId,
    Person Person,
    Guid? ConversationId,
    string Name,
    string Extension,
    string MimeType,
    FileKind Kind,
    long Size,
    string? SourceUrl,
    Guid ObjectId,
    Guid? TextObjectId,
    DateTimeOffset CreatedAt);
