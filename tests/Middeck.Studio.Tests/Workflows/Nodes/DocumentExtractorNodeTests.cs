using Middeck.Core.Identifiers;
using Middeck.Testing;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes;

public sealed class DocumentExtractorNodeTests(PostgresFixture postgres) : GraphTest(postgres)
{
    private static readonly object Node = new { type = "document-extractor", variable_selector = new[] { "start", "doc" }, is_array_file = false };

    [Fact]
    public async Task A_file_becomes_a_text_and_a_list_of_files_a_list_of_texts()
    {
        var (one, two) = (await GivenFileAsync("one.txt", "First"), await GivenFileAsync("two.md", "# Second"));

        var single = await RunNodeAsync(Node, new() { ["doc"] = one });
        var list = await RunNodeAsync(Node, new() { ["doc"] = Segment.Of([one, two]) });

        Assert.Equal("First", single.Result.Outputs["text"].Text);
        Assert.Equal("""["First","# Second"]""", Json(list, "text"));
        Assert.Equal(SegmentType.ArrayString, list.Result.Outputs["text"].Type);
        // Each is read once and its text kept.
        Assert.Equal(2, Host.Documents.Reads);
    }

    [Fact]
    public async Task What_holds_no_text_or_belongs_to_somebody_else_fails_with_a_sentence()
    {
        await FailsAsync(await GivenFileAsync("data.xyz", "?"), "UnsupportedFileTypeError", "Unsupported Extension Type: .xyz");
        await FailsAsync(await GivenFileAsync("empty.txt", ""), "TextExtractionError", "holds no text");
        await FailsAsync(await GivenFileAsync("a.txt", "x", Ids.New(Clock)), "FileNotFoundError", "somebody else");
        await FailsAsync(Segment.Of("no file"), "FileVariableTypeError", "is string");
        await FailsAsync(null, "FileVariableNotFoundError", "File variable not found for selector: ['start', 'doc']");

        async Task FailsAsync(Segment? value, string kind, string sentence)
        {
            var record = await RunNodeAsync(Node, value is null ? [] : new() { ["doc"] = value });
            Assert.Equal(NodeStatus.Failed, record.Status);
            Assert.Equal(kind, record.Result.ErrorKind);
            Assert.Contains(sentence, record.Result.Error, StringComparison.Ordinal);
        }
    }
}
