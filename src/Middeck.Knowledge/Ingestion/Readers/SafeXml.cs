using System.Xml;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// XML from strangers: a document type is passed over unread, so that no entity is ever expanded or fetched (using one is an
/// error), and nothing is held but the element at hand.
/// </summary>
internal static class SafeXml
{
    public static XmlReader Open(Stream xml, long maxCharacters) => XmlReader.Create(xml, Settings(maxCharacters));

    public static XmlReader Open(TextReader xml, long maxCharacters) => XmlReader.Create(xml, Settings(maxCharacters));

    private static XmlReaderSettings Settings(long maxCharacters) => new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = maxCharacters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };
}
