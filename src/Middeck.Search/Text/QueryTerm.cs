namespace Middeck.Search.Text;

/// <summary>A term of a query and its place among the words and CJK characters of the query, counted from 0.</summary>
internal readonly record struct QueryTerm(string Term, int Ordinal);
