using Middeck.Knowledge.Ingestion.Readers;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

public sealed class PageColumnsTests
{
    [Fact]
    public void A_page_of_two_columns_is_recognised()
    {
        var page = string.Join('\n', Enumerable.Repeat(
            "the left column of a printed paper      the right column of the same paper", 12));

        Assert.True(PageColumns.AreSeveral(page));
    }

    [Fact]
    public void A_table_and_a_numbered_clause_are_not_columns()
    {
        var table = string.Join('\n', Enumerable.Repeat("方案 3        15.33 m        7.67 m        超过 15 m", 12));
        var clauses = string.Join('\n', Enumerable.Repeat("6.2.4     在宽度小于 3 m 的内走道顶棚上设置点型探测器时，宜居中布置。", 12));

        Assert.False(PageColumns.AreSeveral(table));
        Assert.False(PageColumns.AreSeveral(clauses));
    }

    [Fact]
    public void Spaces_that_only_kept_the_place_go()
        => Assert.Equal("6.2  Heading\nText of it", PageColumns.Close("  6.2      Heading\n    Text of it"));
}
