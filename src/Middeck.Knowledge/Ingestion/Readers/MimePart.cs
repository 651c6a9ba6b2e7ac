namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>A text of a mail.</summary>
/// <param name="Headers">Its own.</param>
/// <param name="Content">Decoded bytes, in the encoding that its type names.</param>
/// <param name="IsHtml">Whether it is a web page.</param>
internal sealed record MimePart(MimeHeaders Headers, byte[] Content, bool IsHtml);
