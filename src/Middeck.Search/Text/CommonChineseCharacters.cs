using System.Buffers;

namespace Middeck.Search.Text;

/// <summary>The Chinese characters that stand in nearly every text and so tell texts apart badly.</summary>
internal static class CommonChineseCharacters
{
    private const float GrammaticalWeight = 0.1f;
    private const float CommonWeight = 0.3f;

    private static readonly SearchValues<char> Grammatical = SearchValues.Create(
        "的一是不了在人有我他这個个中们們這来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于於着下自之年过過"
        + "发發后後作里裡用道行所然家哪吗嗎呢么麼什谁誰吧");

    private static readonly SearchValues<char> Common = SearchValues.Create(
        "种種事成方多经經去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日"
        + "军者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并物手应應向头頭"
        + "文体體政美相见見被利二等产產或新己制身果加西斯月话話合回特代内內信表化");

    /// <summary>1 for a rare character or pair of two, less for each common character.</summary>
    public static float WeightOf(ReadOnlySpan<char> characters)
    {
        var weight = 1f;
        foreach (var character in characters)
        {
            weight *= Grammatical.Contains(character) ? GrammaticalWeight
                : Common.Contains(character) ? CommonWeight
                : 1;
        }

        return weight;
    }
}
