using System.Collections.Frozen;

namespace Middeck.Search.Text;

/// <summary>Which full stops belong to an abbreviation and end no sentence.</summary>
internal static class Abbreviations
{
    private static readonly FrozenSet<string> Always = Set(
        "e.g i.e cf ca viz vs mr mrs ms dr prof st rev gen col capt lt sgt hon approx dept est min max resp incl excl");

    // These may also close a sentence; a capital letter behind them says so.
    private static readonly FrozenSet<string> BeforeSmallLetter = Set("etc inc ltd co corp jr sr al a.m p.m bros");

    // "No." and "p." are abbreviations only in front of what they count.
    private static readonly FrozenSet<string> BeforeNumber = Set(
        "no nos fig figs eq eqs sec secs ch vol p pp tab art ref cl jan feb mar apr jun jul aug sep sept oct nov dec");

    /// <param name="word">What stands in front of the full stop, back to the last white space.</param>
    /// <param name="next">The first character behind the full stop that is no white space.</param>
    public static bool Covers(ReadOnlySpan<char> word, char next)
    {
        var bare = word.TrimStart("([{\"'“‘（");
        return IsInitial(bare)
            || Has(Always, bare)
            || (Has(BeforeNumber, bare) && char.IsDigit(next))
            || (Has(BeforeSmallLetter, bare) && !char.IsUpper(next) && !Cjk.Contains(next));
    }

    // J. Smith, U.S. Congress
    private static bool IsInitial(ReadOnlySpan<char> word)
        => word is [>= 'A' and <= 'Z' and not 'I'] || word is [>= 'A' and <= 'Z', '.', .., >= 'A' and <= 'Z'];

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> word)
        => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string words)
        => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
