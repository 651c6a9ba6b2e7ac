using System.Text;
using Middeck.Studio.Workflows.Nodes.Models;

namespace Middeck.Studio.Tests.Workflows.Nodes;

public sealed class ThoughtSplitterTests
{
    [Theory]
    [InlineData("<think>a < b</think>c </think> d", "c </think> d", "a < b")]
    [InlineData("x <b>y</b> <THINK type=\"deep\">z</Think>w", "x <b>y</b> w", "z")]
    [InlineData("<thinking>no</thinking> <think", "<thinking>no</thinking> <think", "")]
    [InlineData("yes<think>never ends", "yes", "never ends")]
    [InlineData("<think>1</think>2<think>3</think>4", "24", "13")]
    public void However_a_text_is_cut_into_pieces_its_thoughts_are_found(string text, string said, string thought)
    {
        for (var size = 1; size <= text.Length; size++)
        {
            var splitter = new ThoughtSplitter();
            var (words, thoughts) = (new StringBuilder(), new StringBuilder());
            foreach (var piece in text.Chunk(size))
            {
                Add(splitter.Take(new string(piece)));
            }

            Add(splitter.Finish());
            Assert.Equal((said, thought), (words.ToString(), thoughts.ToString()));

            void Add((string Said, string Thought) pieces)
            {
                words.Append(pieces.Said);
                thoughts.Append(pieces.Thought);
            }
        }
    }
}
