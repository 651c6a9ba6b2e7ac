using System.Text;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Tests.Ingestion;

public sealed class CleanTextStreamTests
{
    [Fact]
    public async Task An_offset_knows_its_page_and_place()
    {
        var (text, facts) = await CleanAsync([new(1, "one"), new(2, ""), new(3, "three", "Lobby")]);

        Assert.Equal("one\n\nthree", text);
        Assert.Equal(3, facts.PageCount);
        Assert.Equal(1, facts.PageAt(0)!.Number);
        Assert.Equal((3, "Lobby"), (facts.PageAt(5)!.Number, facts.PageAt(5)!.Place));
    }

    [Fact]
    public async Task What_was_cut_for_its_length_is_put_together_again()
        => Assert.Equal(
            "one two\nthree\n\nfour",
            (await CleanAsync([new(null, "one "), new(null, "two\n"), new(null, "three\n\n"), new(null, "four")])).Text);

    [Fact]
    public async Task A_character_in_the_middle_is_reached_by_its_byte()
    {
        var (text, facts) = await CleanAsync([new(null, string.Concat(Enumerable.Repeat("消防x😀", 60_000)))]);
        var bytes = Encoding.UTF8.GetBytes(text);

        foreach (var offset in new[] { 0, 65_535, 65_536, 200_000, text.Length - 1 })
        {
            var (character, position) = facts.Before(offset);

            Assert.InRange(offset - character, 0, 65_536);
            Assert.StartsWith(
                text.Substring(character, 8), Encoding.UTF8.GetString(bytes.AsSpan((int)position)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_that_are_too_many_for_memory_come_back_as_they_were()
    {
        await using var spool = new PageSpool();
        var pages = Enumerable.Range(1, 7)
            .Select(number => new ExtractedPage(number % 2 == 0 ? null : number, new string((char)('a' + number), 700_000) + "\uD800", $"p{number}"))
            .ToList();

        pages.ForEach(spool.Add);

        Assert.Equal(pages, spool.Pages());
    }

    private static async Task<(string Text, TextFacts Facts)> CleanAsync(ExtractedPage[] pages)
    {
        await using var stream = new CleanTextStream(pages, new ChunkingSettings(), static (_, _) => Task.CompletedTask);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        Assert.Equal(text.Length, stream.Characters);
        return (text, new TextFacts("", stream.Characters, stream.Starts, stream.Index, []));
    }
}
