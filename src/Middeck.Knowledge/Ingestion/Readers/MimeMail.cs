namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>What a mail holds for readers.</summary>
/// <param name="Headers">The mail's.</param>
/// <param name="Bodies">Its texts in order; of alternatives the one that reads best.</param>
/// <param name="Attachments">Names; the content is passed over.</param>
internal sealed record MimeMail(MimeHeaders Headers, IReadOnlyList<MimePart> Bodies, IReadOnlyList<string> Attachments);
