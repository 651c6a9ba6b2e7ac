using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using ExcelDataReader.Exceptions;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Turns what libraries throw at a damaged file into a refusal, also in the middle of reading.</summary>
internal static class Guarded
{
    /// <param name="pages">Read lazily.</param>
    /// <param name="refusal">Says what is wrong with the file.</param>
    public static IEnumerable<ExtractedPage> Pages(IEnumerable<ExtractedPage> pages, Func<Exception, Exception> refusal)
    {
        // Not foreach: an iterator may not yield inside of a try with a catch.
        using var enumerator = pages.GetEnumerator();
        while (Next(enumerator, refusal) is { } page)
        {
            yield return page;
        }
    }

    private static ExtractedPage? Next(IEnumerator<ExtractedPage> pages, Func<Exception, Exception> refusal)
    {
        try
        {
            return pages.MoveNext() ? pages.Current : null;
        }
        catch (Exception ex) when (IsDamage(ex))
        {
            throw refusal(ex);
        }
    }

    // The library for Excel also runs over the ends of its own arrays when a file lies about its lengths.
    private static bool IsDamage(Exception ex)
        => ex is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or ExcelReaderException
            or EndOfStreamException or FormatException or KeyNotFoundException or ArgumentException or IndexOutOfRangeException
            or InvalidOperationException or OverflowException or NullReferenceException or InvalidCastException;
}
