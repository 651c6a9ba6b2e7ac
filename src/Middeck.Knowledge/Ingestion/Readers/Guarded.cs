using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using ExcelDataReader.Exceptions;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Turns what libraries throw at a damaged file into a refusal, also in the middle of reading. Our own mistakes stay failures.</summary>
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

    /// <summary>A call into a library, and nothing of our own: whatever it stumbles over there, the file brought it.</summary>
    /// <exception cref="InvalidDataException">The library ran over the ends of its own arrays, or the like.</exception>
    public static T Library<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception ex) when (IsStumble(ex))
        {
            throw new InvalidDataException("The file cannot be read by the library of its format.", ex);
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

    private static bool IsDamage(Exception ex)
        => ex is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or ExcelReaderException
            or EndOfStreamException;

    // A file that lies about its lengths leads the library for Excel over the ends of its arrays, and one whose parts do not
    // fit each other leads the library for Word and PowerPoint to casts and keys that fail.
    private static bool IsStumble(Exception ex)
        => ex is ArgumentException or IndexOutOfRangeException or InvalidCastException or InvalidOperationException
            or FormatException or KeyNotFoundException or NullReferenceException or OverflowException;
}
