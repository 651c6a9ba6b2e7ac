namespace Middeck.Studio.Files;

/// <summary>What a model gets of a file: a picture, or a text.</summary>
/// <param name="File">The file.</param>
/// <param name="Picture">The bytes of a picture; null for everything else.</param>
/// <param name="Text">A document's text as far as it fits, or a sentence about what the model does not get.</param>
internal sealed record Attachment(StoredFile File, ReadOnlyMemory<byte>? Picture, string? Text);
