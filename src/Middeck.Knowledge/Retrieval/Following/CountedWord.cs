namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>A word of a query.</summary>
/// <param name="Word">Marked.</param>
/// <param name="Entries">In how many entries it stands, about.</param>
/// <param name="Weight">Its inverse document frequency, as BM25 has it.</param>
internal sealed record CountedWord(string Word, double Entries, float Weight);
