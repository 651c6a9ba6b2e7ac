namespace Middeck.Models.Gateway;

/// <summary>A sound in which somebody speaks.</summary>
/// <param name="Content">The file; it can be read from its beginning again, since a call may be tried again. Stays open.</param>
/// <param name="FileName">Such as <c>audio.webm</c>: models tell the format by the extension.</param>
/// <param name="Language">Two letters of ISO 639-1, such as <c>zh</c>; null when it is not known.</param>
public sealed record Recording(Stream Content, string FileName, string? Language);
