using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Tests.Chunking;

public sealed class ChunkerModeTests
{
    private const string Table = """
        Rooms and exits:

        | Room | Width |
        | --- | --- |
        | Lobby | 2.4 m |
        | Hall \| north | 3.0 m |
        | Stairs | |

        That is all.
        """;

    [Theory]
    [InlineData("\\n\\n")]
    [InlineData("\\n")]
    public void A_table_is_cut_only_between_rows_and_repeats_its_header(string separator)
    {
        var rows = string.Concat(Enumerable.Range(1, 20).Select(number => $"| Room {number} | {number} m |\n"));
        var text = $"Rooms:\n\n| Room | Width |\n| --- | --- |\n{rows}\nThe end.";

        var chunks = Split(new GeneralChunker(), text, new ChunkingSettings { Separator = separator, MaxLength = 100 });

        Assert.Equal(("Rooms:", "The end."), (chunks[0].Content, chunks[^1].Content));
        Assert.All(chunks[1..^1], chunk => Assert.StartsWith("| Room | Width |\n| --- | --- |\n| Room ", chunk.Content, StringComparison.Ordinal));
        Assert.All(chunks[1..^1], chunk => Assert.InRange(chunk.Content.Length, 1, 100));
        Assert.Equal(
            Enumerable.Range(1, 20).Select(number => $"| Room {number} | {number} m |"),
            chunks[1..^1].SelectMany(chunk => chunk.Content.Split('\n')[2..]));
    }

    [Fact]
    public void A_row_is_told_with_the_names_of_its_columns()
        => Assert.Equal(
            ["Rooms and exits:", "Room: Lobby\nWidth: 2.4 m", "Room: Hall | north\nWidth: 3.0 m", "Room: Stairs", "That is all."],
            Split(new TableRowChunker(), Table, new ChunkingSettings()).Select(chunk => chunk.Content));

    [Fact]
    public void A_parent_is_searched_by_its_parts()
    {
        var settings = new ChunkingSettings { Mode = "parent_child", ChildSeparator = "\n", ChildMaxLength = 40 };

        var chunks = Split(new ParentChildChunker(), "one\ntwo\n\nthree", settings);

        Assert.Equal(["one\ntwo", "three"], chunks.Select(chunk => chunk.Content));
        Assert.Equal([("one", 0), ("two", 4)], chunks[0].Children.Select(child => (child.Content, child.Start)));
        Assert.Equal(9, Assert.Single(chunks[1].Children).Start);
    }

    [Fact]
    public void A_whole_document_as_parent_keeps_its_beginning()
    {
        var text = string.Join('\n', Enumerable.Range(0, 3000).Select(number => $"line {number}"));

        var parent = Assert.Single(Split(
            new ParentChildChunker(), text, new ChunkingSettings { Mode = "parent_child", ParentMode = ParentMode.FullDoc }));

        Assert.InRange(parent.Content.Length, 5_000, ParentChildChunker.FullDocLimit);
        Assert.StartsWith(parent.Content, text, StringComparison.Ordinal);
        Assert.Equal("line 0", parent.Children[0].Content);
    }

    [Fact]
    public void Every_heading_has_a_chunk_and_the_path_above_it()
    {
        const string Text = "Intro.\n\n# A\n\n## B\n\none\n\ntwo\n\n```\n# no heading\n```\n\n## C\n\nthree\n\n# D\n\nfour";

        var chunks = Split(new HeadingChunker(), Text, new ChunkingSettings { Mode = "heading" });

        Assert.Equal([null, "A › B", "A › C", "D"], chunks.Select(chunk => chunk.Heading));
        Assert.Equal(chunks.Select(chunk => chunk.Heading), chunks.Select(chunk => chunk.Context));
        Assert.Equal("# A\n\n## B\n\none\n\ntwo\n\n```\n# no heading\n```", chunks[1].Content);
    }

    [Theory]
    [InlineData("| No | 问题 | 答案 |\n| --- | --- | --- |\n| 1 | Where? | There. |\n| 2 | When? | Now. |")]
    [InlineData("| First | Second |\n| --- | --- |\n| Where? | There. |\n| When? | Now. |\n| Empty? | |")]
    public void Columns_of_questions_and_answers_are_taken_in_as_pairs(string text)
        => Assert.Equal(
            [("Where?", "There."), ("When?", "Now.")],
            Split(new QaChunker(), text, new ChunkingSettings()).Select(chunk => (chunk.Content, chunk.Answer!)));

    [Fact]
    public void Other_text_becomes_passages_for_a_model()
        => Assert.All(Split(new QaChunker(), Table, new ChunkingSettings()), chunk => Assert.True(chunk.IsPassage));

    [Theory]
    [InlineData("nothing", 500, 50, 200, 0, "knowledge.chunking_mode_not_available")]
    [InlineData("general", 100, 51, 200, 0, "knowledge.overlap_too_long")]
    [InlineData("parent_child", 100, 0, 200, 0, "knowledge.child_too_long")]
    [InlineData("parent_child", 500, 0, 100, 51, "knowledge.child_overlap_too_long")]
    public void Settings_that_do_not_fit_are_refused(
        string mode, int length, int overlap, int childLength, int childOverlap, string code)
    {
        var chunkers = new Chunkers([new GeneralChunker(), new ParentChildChunker()]);
        var settings = new ChunkingSettings
        {
            Mode = mode,
            MaxLength = length,
            Overlap = overlap,
            ChildMaxLength = childLength,
            ChildOverlap = childOverlap,
        };

        Assert.Equal(code, Assert.Throws<FaultException>(() => chunkers.Check(settings)).Fault.Code);
    }

    private static List<ChunkDraft> Split(IChunker chunker, string text, ChunkingSettings settings)
    {
        text = text.ReplaceLineEndings("\n");
        return [.. new DraftMaker(chunker, settings, new TextFacts("", text.Length, [], [], [])).Of(new TextPiece(text, 0))];
    }
}
