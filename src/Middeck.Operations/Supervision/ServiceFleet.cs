namespace Middeck.Operations.Supervision;

/// <summary>All services of the supervisor and the order among them. One change at a time.</summary>
internal sealed class ServiceFleet(StatusBoard board, SupervisorLog log) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly List<ServiceSlot> _slots = [];

    public void Dispose()
    {
        _one.Dispose();
        _slots.ForEach(slot => slot.Dispose());
    }

    /// <summary>Starts services and what they need, and returns at once.</summary>
    public Task StartAsync(IEnumerable<string> names, CancellationToken cancellationToken)
        => ChangeAsync(
            () =>
            {
                Start([.. names]);
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>Stops services, those that need them first, and returns when they are stopped.</summary>
    public Task StopAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
        => ChangeAsync(() => StopAllAsync([.. _slots.Where(slot => names.Contains(slot.Name))]), cancellationToken);

    /// <summary>Stops services and starts them again; what did not run is started.</summary>
    public Task RestartAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
        => ChangeAsync(
            async () =>
            {
                await StopAllAsync([.. _slots.Where(slot => names.Contains(slot.Name))]);
                Start([.. names]);
            },
            cancellationToken);

    /// <summary>Takes over another set: what is gone is stopped, what changed and runs is started anew, what is new is shown.</summary>
    /// <returns>The names of those that are new.</returns>
    public async Task<IReadOnlyList<string>> ReplaceAsync(IReadOnlyList<ServiceSlot> slots, CancellationToken cancellationToken)
    {
        List<string> added = [];
        await ChangeAsync(
            async () =>
            {
                var old = _slots.ToDictionary(slot => slot.Name);
                var now = slots
                    .Select(slot => old.TryGetValue(slot.Name, out var same) && same.Fingerprint == slot.Fingerprint ? Same(same, slot) : slot)
                    .ToList();
                var leaving = _slots.Except(now).ToList();
                var again = leaving.Where(slot => slot.IsRunning && now.Any(other => other.Name == slot.Name)).Select(slot => slot.Name).ToList();
                await StopAllAsync(leaving);
                foreach (var gone in leaving.Where(slot => !now.Any(other => other.Name == slot.Name)))
                {
                    board.Remove(gone.Name);
                }

                leaving.ForEach(slot => slot.Dispose());

                added.AddRange(now.Where(slot => !old.ContainsKey(slot.Name)).Select(slot => slot.Name));
                board.Announce(now.Where(slot => !_slots.Contains(slot)).Select(slot => slot.Status));
                _slots.Clear();
                _slots.AddRange(now);
                Start(again);
            },
            cancellationToken);
        return added;
    }

    /// <summary>Stops everything.</summary>
    public Task StopAsync() => ChangeAsync(() => StopAllAsync(_slots), CancellationToken.None);

    /// <summary>The names that <c>middeck up</c> starts by itself.</summary>
    public IReadOnlyList<string> Enabled => [.. _slots.Where(slot => slot.IsEnabled).Select(slot => slot.Name)];

    /// <summary>All names.</summary>
    public IReadOnlyList<string> Names => [.. _slots.Select(slot => slot.Name)];

    /// <summary>Those that run and need one of these, directly or not.</summary>
    public IReadOnlyList<string> DependentsOf(IReadOnlyCollection<string> names)
    {
        var found = new HashSet<string>(names);
        while (_slots.FirstOrDefault(slot => !found.Contains(slot.Name) && slot.DependsOn.Any(found.Contains)) is { } next)
        {
            found.Add(next.Name);
        }

        return [.. _slots.Where(slot => slot.IsRunning && found.Contains(slot.Name) && !names.Contains(slot.Name)).Select(slot => slot.Name)];
    }

    private void Start(IReadOnlyCollection<string> names)
    {
        // What is needed is started as well, or it would be waited for in vain.
        var wanted = new HashSet<string>(names);
        foreach (var slot in Enumerable.Reverse(InOrder()).Where(slot => wanted.Contains(slot.Name)))
        {
            wanted.UnionWith(slot.DependsOn);
        }

        var order = InOrder();
        foreach (var slot in order.Where(slot => wanted.Contains(slot.Name)))
        {
            var needed = order.Where(other => slot.DependsOn.Contains(other.Name)
                || (slot.After.Contains(other.Name) && (other.IsRunning || wanted.Contains(other.Name)))).ToList();
            if (!slot.IsRunning)
            {
                board.Set(slot.Status with { State = ServiceState.Waiting });
            }

            slot.Start(needed, other =>
            {
                log.Write($"{slot.Name} is not started: {other} is not ready.");
                board.Set(board.Of(slot.Name) with { State = ServiceState.Waiting, LastWords = $"{other} is not ready" });
            });
        }
    }

    // Each as soon as those that need it have stopped.
    private async Task StopAllAsync(List<ServiceSlot> slots)
    {
        var stopping = new Dictionary<string, Task>();
        foreach (var slot in Enumerable.Reverse(InOrder()).Where(slots.Contains))
        {
            var before = _slots.Where(other => other.DependsOn.Contains(slot.Name) || other.After.Contains(slot.Name))
                .Select(other => stopping.GetValueOrDefault(other.Name, Task.CompletedTask))
                .ToList();
            stopping[slot.Name] = StopAfterAsync(slot, before);
        }

        await Task.WhenAll(stopping.Values);
    }

    private static async Task StopAfterAsync(ServiceSlot slot, IReadOnlyList<Task> before)
    {
        await Task.WhenAll(before);
        await slot.StopAsync();
    }

    private static ServiceSlot Same(ServiceSlot slot, ServiceSlot other)
    {
        slot.IsEnabled = other.IsEnabled;
        return slot;
    }

    // Each behind those that it needs.
    private List<ServiceSlot> InOrder()
    {
        var order = new List<ServiceSlot>();
        void Add(ServiceSlot slot)
        {
            if (!order.Contains(slot))
            {
                foreach (var needed in _slots.Where(other => slot.DependsOn.Contains(other.Name) || slot.After.Contains(other.Name)))
                {
                    Add(needed);
                }

                order.Add(slot);
            }
        }

        _slots.ForEach(Add);
        return order;
    }

    private async Task ChangeAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            await change();
        }
        finally
        {
            _one.Release();
        }
    }
}
