using System.Xml;
using System.Xml.Linq;

namespace Middeck.Studio.Channels.Bots.Wecom;

/// <summary>A flat XML document from outside: without a DTD, so without entities that grow or files that are read.</summary>
internal sealed class SafeXml
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly XElement _root;

    private SafeXml(XElement root) => _root = root;

    /// <summary>The text of the root's child; null when there is none.</summary>
    public string? this[string name] => _root.Element(name)?.Value;

    /// <summary>The document; null when it is none.</summary>
    public static SafeXml? Read(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            using var reader = XmlReader.Create(stream, Settings);
            return XDocument.Load(reader).Root is { } root ? new SafeXml(root) : null;
        }
        catch (XmlException)
        {
            // Told as what it lacks: a signature.
            return null;
        }
    }
}
