using System.Diagnostics;
using System.Text;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;

namespace Middeck.Knowledge.Tests.Chunking;

public sealed class GeneralChunkerTests
{
    private static readonly string[] Words =
        ["fire", "exit", "消防", "通道", "宽度", "😀", "\n", "\n\n", "。", ". ", " ", "，", "verylongwordwithoutanyspaceinit"];

    [Fact]
    public void The_separator_always_ends_a_chunk()
        => Assert.Equal(["one", "two\nlines", "three"], Split("one\n\ntwo\nlines\n\n\n\nthree", new ChunkingSettings()));

    [Fact]
    public void A_separator_may_be_written_with_a_backslash()
        => Assert.Equal(["one", "two"], Split("one\ntwo", new ChunkingSettings { Separator = "\\n" }));

    [Fact]
    public void A_heading_stays_with_what_stands_below_it()
        => Assert.Equal(
            ["# A\n\n## B\n\ntext", "more"], Split("# A\n\n## B\n\ntext\n\nmore", new ChunkingSettings()));

    [Fact]
    public void A_long_section_is_cut_at_sentences_and_repeats_the_last_one()
    {
        var sentences = Enumerable.Range(10, 12).Select(number => $"第{number}条疏散走道的净宽度不应小于规定。").ToList();
        var chunks = Split(string.Concat(sentences), new ChunkingSettings { MaxLength = 60, Overlap = 25 });

        Assert.All(chunks, chunk => Assert.EndsWith("。", chunk, StringComparison.Ordinal));
        Assert.All(chunks.Zip(chunks.Skip(1)), pair => Assert.StartsWith(pair.First[^19..], pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(50, 0)]
    [InlineData(50, 25)]
    [InlineData(120, 30)]
    public void Whatever_the_text_nothing_is_lost_or_moved_and_no_chunk_is_too_long(int maxLength, int overlap)
    {
        var settings = new ChunkingSettings { MaxLength = maxLength, Overlap = overlap };
        for (var seed = 0; seed < 300; seed++)
        {
            var text = RandomText(seed);
            var chunks = GeneralChunker.Of(settings).Split(text).ConvertAll(cut => cut.Range);

            var covered = new bool[text.Length];
            var last = -1;
            foreach (var chunk in chunks)
            {
                Assert.InRange(chunk.Length, 1, maxLength);
                Assert.True(chunk.Start > last, "The order of the text is kept.");
                Assert.False(char.IsLowSurrogate(text[chunk.Start]), "No character is torn apart.");
                covered.AsSpan(chunk.Start, chunk.Length).Fill(true);
                last = chunk.Start;
            }

            Assert.DoesNotContain(
                Enumerable.Range(0, text.Length), index => !covered[index] && !char.IsWhiteSpace(text[index]));
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("word ")]
    [InlineData("消防通道。")]
    public void A_line_of_ten_million_characters_takes_seconds_at_most(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 10_000_000 / part.Length));
        var watch = Stopwatch.StartNew();

        var chunks = GeneralChunker.Of(new ChunkingSettings()).Split(text);

        Assert.InRange(chunks.Count, 20_000, 25_000);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }

    private static List<string> Split(string text, ChunkingSettings settings)
        => [.. new GeneralChunker().Split(new TextPiece(text, 0), settings).Select(draft => draft.Content)];

    private static string RandomText(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (var i = random.Next(200); i >= 0; i--)
        {
            text.Append(Words[random.Next(Words.Length)]);
        }

        return text.ToString();
    }
}
