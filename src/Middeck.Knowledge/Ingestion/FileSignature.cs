namespace Middeck.Knowledge.Ingestion;

/// <summary>What the first bytes of a file look like.</summary>
internal enum FileSignature
{
    Text,
    Pdf,
    Zip,
    OleContainer,
    Program,
    Picture,
    Archive,
    Media,
    RichText,
    Unknown,
}
