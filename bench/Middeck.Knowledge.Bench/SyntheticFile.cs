using System.Text;

namespace Middeck.Knowledge.Bench;

/// <summary>
/// Text of a size, paragraphs in English and Chinese in turn, with words as unequally frequent as real ones. Written to a
/// temporary file, so that what is measured does not hold it.
/// </summary>
internal static class SyntheticFile
{
    private const string Letters = "bdfgklmnprtvaeiou";

    public static FileStream Create(int seed, long bytes)
    {
        var file = new FileStream(
            Path.GetTempFileName(),
            new FileStreamOptions { Access = FileAccess.ReadWrite, Mode = FileMode.Create, Options = FileOptions.DeleteOnClose });
        using (var writer = new StreamWriter(file, new UTF8Encoding(false), 65536, leaveOpen: true))
        {
            var random = new Random(seed);
            for (var paragraph = 0; ; paragraph++)
            {
                writer.Write(paragraph % 20 == 0 ? $"# Part {paragraph / 20}\n\n" : "");
                Write(writer, random, paragraph % 2 == 0, 200 + random.Next(600));
                writer.Write("\n\n");
                if (paragraph % 50 == 0)
                {
                    writer.Flush();
                    if (file.Length >= bytes)
                    {
                        break;
                    }
                }
            }
        }

        file.SetLength(bytes - (bytes % 4));
        file.Position = 0;
        TrimBrokenEnd(file);
        return file;
    }

    // A character may have been cut in two.
    private static void TrimBrokenEnd(FileStream file)
    {
        var end = file.Length - 1;
        for (file.Position = end; (file.ReadByte() & 0x80) != 0; file.Position = --end)
        {
        }

        file.SetLength(end);
        file.Position = 0;
    }

    private static void Write(StreamWriter writer, Random random, bool isEnglish, int length)
    {
        for (var written = 0; written < length;)
        {
            if (isEnglish)
            {
                var word = Word((int)Math.Pow(50_000, random.NextDouble()) - 1);
                writer.Write(word);
                writer.Write(random.Next(12) == 0 ? ". " : " ");
                written += word.Length + 1;
            }
            else
            {
                writer.Write((char)(0x4E00 + (int)Math.Pow(5_000, random.NextDouble()) - 1));
                writer.Write(random.Next(15) == 0 ? "，" : random.Next(40) == 0 ? "。" : "");
                written++;
            }
        }
    }

    private static string Word(int rank)
    {
        var word = new StringBuilder();
        for (var rest = rank + Letters.Length; rest > 0; rest /= Letters.Length)
        {
            word.Append(Letters[rest % Letters.Length]).Append("aeiou"[rank % 5]);
        }

        return word.ToString();
    }
}
