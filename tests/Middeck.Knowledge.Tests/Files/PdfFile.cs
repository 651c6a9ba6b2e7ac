using System.Globalization;
using System.Text;

namespace Middeck.Knowledge.Tests.Files;

/// <summary>Writes small PDFs by hand. Characters beyond ASCII get a code of their own and a ToUnicode map, as real exports do.</summary>
internal static class PdfFile
{
    public static byte[] With(params string[] pages) => Write(pages, trailer: "");

    /// <summary>Asks for a password: the check values fit no password that anybody knows.</summary>
    public static byte[] Encrypted(string page)
    {
        var secret = new string('4', 64);
        return Write([page], $"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{secret}> /U <{secret}> /P -4 >> /ID [<00> <00>]");
    }

    /// <summary>A page of text, and one that is a picture alone.</summary>
    /// <param name="text">The first page's.</param>
    /// <param name="dots">The second page's, in shades of grey.</param>
    public static byte[] WithScan(string text, (int Width, int Height, byte[] Grey) dots)
    {
        var hex = Convert.ToHexString(dots.Grey) + ">";
        var picture = $"<< /Type /XObject /Subtype /Image /Width {dots.Width} /Height {dots.Height} /ColorSpace /DeviceGray "
            + $"/BitsPerComponent 8 /Filter /ASCIIHexDecode /Length {hex.Length} >>\nstream\n{hex}\nendstream";
        return Join(
            [
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [5 0 R 7 0 R] /Count 2 >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                picture,
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
                Stream(Content(text, [])),
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 8 0 R /Resources << /XObject << /P 4 0 R >> >> >>",
                Stream($"q 500 0 0 {500 * dots.Height / dots.Width} 40 400 cm /P Do Q"),
            ],
            trailer: "");
    }

    private static byte[] Write(string[] pages, string trailer)
    {
        var codes = pages.SelectMany(page => page).Where(character => character > 126).Distinct().ToList();
        var kids = string.Join(' ', pages.Select((_, index) => $"{5 + (index * 2)} 0 R"));
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {pages.Length} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 4 0 R >>",
            Stream(UnicodeMap(codes)),
        };
        for (var i = 0; i < pages.Length; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + (i * 2)} 0 R "
                + "/Resources << /Font << /F1 3 0 R >> >> >>");
            objects.Add(Stream(Content(pages[i], codes)));
        }

        return Join(objects, trailer);
    }

    private static string Content(string page, List<char> codes)
    {
        var content = new StringBuilder("BT /F1 12 Tf 14 TL 72 770 Td\n");
        foreach (var line in page.Split('\n'))
        {
            var hex = string.Concat(line.Select(character =>
                (character > 126 ? 0xA0 + codes.IndexOf(character) : character).ToString("X2", CultureInfo.InvariantCulture)));
            content.Append(hex.Length == 0 ? "T*\n" : $"<{hex}> Tj T*\n");
        }

        return content.Append("ET").ToString();
    }

    private static string UnicodeMap(List<char> codes)
    {
        var ascii = Enumerable.Range(32, 95).Select(code => $"<{code:X2}> <{code:X4}>");
        var others = codes.Select((character, index) => $"<{0xA0 + index:X2}> <{(int)character:X4}>");
        var map = ascii.Concat(others).Chunk(90).Select(part => $"{part.Length} beginbfchar\n{string.Join('\n', part)}\nendbfchar\n");
        return "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
            + "1 begincodespacerange <00> <FF> endcodespacerange\n" + string.Concat(map) + "endcmap end end";
    }

    private static string Stream(string content) => $"<< /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static byte[] Join(List<string> objects, string trailer)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
