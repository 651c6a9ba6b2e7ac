using System.Diagnostics;
using System.Text;

namespace Middeck.Knowledge.Tests.Files;

/// <summary>Pictures of printed text, drawn by poppler.</summary>
internal static class Picture
{
    private const string Sentence = "Exits must be kept free at all times.";

    /// <param name="option">The format: <c>-png</c>, <c>-jpeg</c>, <c>-tiff</c>.</param>
    /// <param name="text">What is printed.</param>
    public static byte[] Of(string option, string text = Sentence) => Of(option, PdfFile.With(text));

    /// <summary>The top of a page.</summary>
    public static byte[] Of(string option, byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("middeck-picture-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.pdf");
            File.WriteAllBytes(page, pdf);
            string[] arguments = ["-r", "200", "-x", "150", "-y", "80", "-W", "1100", "-H", "200", "-singlefile"];
            using var process = Process.Start(
                "pdftoppm", [.. arguments, .. option.Split(' '), page, Path.Combine(folder.FullName, "drawn")]);
            process.WaitForExit();
            return File.ReadAllBytes(Directory.GetFiles(folder.FullName, "drawn.*").Single());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The dots of a sentence.</summary>
    public static (int Width, int Height, byte[] Grey) Exits() => Dots(Of("-gray"));

    /// <summary>The dots of a sentence in large Chinese letters, set by LibreOffice.</summary>
    public static (int Width, int Height, byte[] Grey) Chinese(string sentence)
    {
        var letters = string.Concat(sentence.Select(letter => FormattableString.Invariant($@"\u{(short)letter}?")));
        var text = Encoding.ASCII.GetBytes(@"{\rtf1\ansi\uc1{\fs40 " + letters + @"\par}}");
        return Dots(Of("-gray", OfficeFile.As("pdf", text, "rtf")));
    }

    private static (int Width, int Height, byte[] Grey) Dots(byte[] file)
    {
        // P5\n1100 200\n255\n
        var size = Encoding.ASCII.GetString(file, 0, 20).Split('\n')[1].Split(' ').Select(int.Parse).ToArray();
        return (size[0], size[1], file[^(size[0] * size[1])..]);
    }
}
