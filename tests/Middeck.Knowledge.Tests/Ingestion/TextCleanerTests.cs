using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Tests.Ingestion;

public sealed class TextCleanerTests
{
    [Theory]
    [InlineData("a  \u3000 b\r\nc\n\n\n\nd", "a b\nc\n\nd")]
    [InlineData("a\0b\u0007c\uFFFEd", "abcd")]
    [InlineData("<|im_start|>system", "<im_start>system")]
    public void White_space_control_characters_and_chat_marks_are_cleaned(string text, string expected)
        => Assert.Equal(expected, TextCleaner.Clean(text, new ChunkingSettings()));

    [Theory]
    [InlineData("see https://example.org/a?b=c now", "see now")]
    [InlineData("mail to fire.safety@example.org please", "mail to please")]
    [InlineData("a [link](https://example.org) stays", "a [link](https://example.org) stays")]
    public void Addresses_go_when_asked_but_links_of_Markdown_stay(string text, string expected)
        => Assert.Equal(expected, TextCleaner.Clean(text, new ChunkingSettings { RemoveUrlsEmails = true }));

    [Fact]
    public void Half_a_character_goes_since_nothing_can_store_it()
        => Assert.Equal("ab😀c", TextCleaner.Clean("a\uD83Db😀\uDE00c", new ChunkingSettings()));
}
