using Middeck.Operations.Catalogue;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Tests.Supervision;

public sealed class RestartPolicyTests
{
    private readonly RestartPolicy _policy = new(new ServiceRestart());

    [Fact]
    public void Each_pause_is_twice_the_last_and_the_eighth_quick_end_is_the_last()
    {
        var pauses = Enumerable.Range(0, 8).Select(_ => _policy.AfterExit(TimeSpan.FromSeconds(1))?.TotalSeconds);

        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 16, null], pauses);
    }

    [Fact]
    public void A_process_that_ran_a_minute_begins_anew()
    {
        for (var i = 0; i < 7; i++)
        {
            _policy.AfterExit(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(0.25, _policy.AfterExit(TimeSpan.FromMinutes(1))?.TotalSeconds);
        Assert.Equal(0.5, _policy.AfterExit(TimeSpan.FromSeconds(1))?.TotalSeconds);
    }
}
