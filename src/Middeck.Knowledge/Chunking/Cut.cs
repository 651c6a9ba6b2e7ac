namespace Middeck.Knowledge.Chunking;

/// <summary>A part of a text, and what is repeated before it: the header of a table that was cut between two rows.</summary>
internal readonly record struct Cut(TextRange Range, string Header = "")
{
    public string In(string text) => string.Concat(Header, text.AsSpan(Range.Start, Range.Length));
}
