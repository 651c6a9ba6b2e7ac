using Middeck.Core.Identifiers;

namespace Middeck.Core.Tests.Identifiers;

public sealed class IdsTests
{
    [Fact]
    public void Keys_sort_in_the_order_of_their_making_within_a_millisecond_too()
    {
        var keys = Enumerable.Range(0, 10_000).Select(_ => Ids.New(TimeProvider.System)).ToList();

        Assert.Equal(keys.Select(key => key.ToString()).Order(StringComparer.Ordinal), keys.Select(key => key.ToString()));
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public void Keys_made_at_once_on_many_threads_never_collide()
    {
        var keys = new Guid[40_000];

        Parallel.For(0, keys.Length, i => keys[i] = Ids.New(TimeProvider.System));

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void A_key_is_a_version_7_uuid()
    {
        var key = Ids.New(TimeProvider.System);

        Assert.Equal(7, key.Version);
        Assert.Contains(key.ToString()[19], "89ab");
    }

    [Fact]
    public void A_border_lies_between_the_keys_of_two_milliseconds()
    {
        var key = Ids.New(TimeProvider.System);
        var border = Ids.BorderAt(Ids.TimeOf(key));
        var next = Ids.BorderAt(Ids.TimeOf(key).AddMilliseconds(1));

        Assert.Equal([border, key, next], new[] { next, key, border }.OrderBy(id => id.ToString(), StringComparer.Ordinal));
    }
}
