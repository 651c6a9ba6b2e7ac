namespace Middeck.Knowledge.Ingestion;

/// <summary>A kind of file that can be uploaded.</summary>
/// <param name="Extension">Lower case, without the dot.</param>
/// <param name="MimeType">What it is served as.</param>
/// <param name="Signatures">What its first bytes may look like.</param>
internal sealed record FileFormat(string Extension, string MimeType, params FileSignature[] Signatures)
{
    /// <summary>Whether it is a program or a configuration, where <c>#</c> begins a comment and no heading.</summary>
    public bool IsCode { get; init; }
}
