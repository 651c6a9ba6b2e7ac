namespace Middeck.Models.Gateway;

/// <summary>A picture that a model drew: its bytes, or where they can be fetched for a while.</summary>
/// <param name="Content">PNG, JPEG or WebP; null where there is an address alone.</param>
/// <param name="Url">The address; null where there are bytes.</param>
public sealed record DrawnImage(ReadOnlyMemory<byte>? Content, string? Url);
