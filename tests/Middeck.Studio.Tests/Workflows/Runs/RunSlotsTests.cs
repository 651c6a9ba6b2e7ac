using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Studio.Workflows.Runs.Slots;

namespace Middeck.Studio.Tests.Workflows.Runs;

public sealed class RunSlotsTests
{
    private static readonly Guid _busy = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid _calm = Guid.Parse("00000000-0000-0000-0000-000000000002");
    private static readonly Guid _app = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid _other = Guid.Parse("00000000-0000-0000-0000-00000000000b");
    private static readonly Guid _theirs = Guid.Parse("00000000-0000-0000-0000-00000000000c");

    [Fact]
    public void Workspaces_take_turns_and_in_each_its_apps()
    {
        var slots = Slots(active: 1);
        var working = slots.Ask(_busy, _app, null, isBounded: true);
        Dictionary<string, RunSlot> waiting = new()
        {
            ["app 1"] = slots.Ask(_busy, _app, null, isBounded: true),
            ["app 2"] = slots.Ask(_busy, _app, null, isBounded: true),
            ["app 3"] = slots.Ask(_busy, _app, null, isBounded: true),
            ["other 1"] = slots.Ask(_busy, _other, null, isBounded: true),
            ["theirs 1"] = slots.Ask(_calm, _theirs, null, isBounded: true),
            ["theirs 2"] = slots.Ask(_calm, _theirs, null, isBounded: true),
        };
        // Whoever goes away is passed over, and leaving twice frees nothing twice.
        waiting["app 2"].Leave();
        waiting["app 2"].Leave();
        waiting.Remove("app 2");

        List<string> order = [];
        while (waiting.Count > 0)
        {
            working.Leave();
            working.Leave();
            var (name, next) = Assert.Single(waiting, entry => entry.Value.Granted.IsCompleted);
            order.Add(name);
            waiting.Remove(name);
            working = next;
        }

        Assert.Equal(["app 1", "theirs 1", "other 1", "theirs 2", "app 3"], order);
        working.Leave();
        Assert.True(slots.Ask(_calm, _theirs, null, isBounded: true).Granted.IsCompleted);
    }

    [Fact]
    public void An_app_works_on_as_many_as_it_says_and_holds_up_no_other()
    {
        var slots = Slots(active: 3);
        var first = slots.Ask(_busy, _app, 1, isBounded: true);
        var second = slots.Ask(_busy, _app, 1, isBounded: true);

        Assert.True(first.Granted.IsCompleted);
        Assert.False(second.Granted.IsCompleted);
        Assert.True(slots.Ask(_busy, _other, null, isBounded: true).Granted.IsCompleted);

        // It is now allowed two.
        var third = slots.Ask(_busy, _app, 2, isBounded: true);
        Assert.True(second.Granted.IsCompleted);
        Assert.False(third.Granted.IsCompleted);
        first.Leave();
        Assert.True(third.Granted.IsCompleted);
    }

    [Fact]
    public void A_line_that_is_too_long_takes_only_what_must_be_taken()
    {
        var slots = Slots(active: 1, waiting: 1);
        slots.Ask(_calm, _theirs, null, isBounded: true);
        slots.Ask(_busy, _app, null, isBounded: true);

        var fault = Assert.Throws<FaultException>(() => slots.Ask(_busy, _app, null, isBounded: true)).Fault;
        Assert.Equal(("workflows.too_many_runs", FaultKind.TooMany), (fault.Code, fault.Kind));
        Assert.Throws<FaultException>(() => slots.EnsureLineIsShort(_app));
        slots.EnsureLineIsShort(_other);
        Assert.False(slots.Ask(_busy, _app, null, isBounded: false).Granted.IsCompleted);
    }

    private static RunSlots Slots(int active, int waiting = 100)
        => new(Options.Create(new StudioOptions { MaxActiveRuns = active, MaxWaitingRuns = waiting }));
}
