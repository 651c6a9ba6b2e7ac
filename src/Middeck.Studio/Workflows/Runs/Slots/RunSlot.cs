namespace Middeck.Studio.Workflows.Runs.Slots;

/// <summary>What lets a run work, or its place in the line for that. Given back with <see cref="Leave"/>, which may be called twice.</summary>
internal sealed class RunSlot
{
    private readonly RunSlots _slots;
    private readonly TaskCompletionSource? _granted;
    private SlotState _state;

    public RunSlot(RunSlots slots, AppLane lane, bool isGranted)
    {
        (_slots, Lane) = (slots, lane);
        _state = isGranted ? SlotState.Held : SlotState.Waiting;
        _granted = isGranted ? null : new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Done as soon as the run may work.</summary>
    public Task Granted => _granted?.Task ?? Task.CompletedTask;

    internal AppLane Lane { get; }

    /// <summary>Gives the slot, or the place in the line, to others.</summary>
    public void Leave() => _slots.Leave(this);

    internal void Grant()
    {
        _state = SlotState.Held;
        _granted!.SetResult();
    }

    internal SlotState End()
    {
        var state = _state;
        _state = SlotState.Left;
        return state;
    }
}
