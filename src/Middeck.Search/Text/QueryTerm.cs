namespace Middeck.Search.Text;

/// <summary>A term of a query.</summary>
/// <param name="Term">As the tokenizer hands it on.</param>
/// <param name="Ordinal">Its place among the words and CJK characters of the query, counted from 0.</param>
/// <param name="Weight">How much it can tell texts apart: above 0, at most 1.</param>
internal readonly record struct QueryTerm(string Term, int Ordinal, float Weight = 1);
