using Microsoft.Extensions.Options;
using Middeck.Core.Errors;

namespace Middeck.Studio.Workflows.Runs.Slots;

/// <summary>
/// How many runs work at a time: at most so many on this node, and of an app at most as many as it says. Who finds no slot waits in
/// the app's line; a slot that becomes free goes to the next workspace in turn, and there to the next app in turn, so that a thousand
/// runs of one do not hold up the one of another. Asks no database and takes one lock.
/// </summary>
internal sealed class RunSlots(IOptions<StudioOptions> options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, AppLane> _lanes = [];
    private readonly LinkedList<WorkspaceTurn> _turns = new();
    private readonly int _limit = options.Value.MaxActiveRuns;
    private readonly int _mostWaiting = options.Value.MaxWaitingRuns;
    private int _active;

    /// <summary>A slot, or a place in the line for one.</summary>
    /// <param name="workspaceId">Whose run it is.</param>
    /// <param name="appId">The app.</param>
    /// <param name="appLimit">How many runs of the app may work at a time; null for as many as the node takes.</param>
    /// <param name="isBounded">Whether the line may be too long.</param>
    /// <exception cref="FaultException"><c>workflows.too_many_runs</c>: the line is too long.</exception>
    public RunSlot Ask(Guid workspaceId, Guid appId, int? appLimit, bool isBounded)
    {
        lock (_lock)
        {
            if (!_lanes.TryGetValue(appId, out var lane))
            {
                _lanes[appId] = lane = new AppLane(workspaceId, appId);
            }

            lane.Limit = appLimit ?? int.MaxValue;
            if (lane.Waiting.Count == 0 && _active < _limit && lane.Active < lane.Limit)
            {
                Occupy(lane);
                return new RunSlot(this, lane, isGranted: true);
            }

            if (isBounded && lane.Waiting.Count >= _mostWaiting)
            {
                throw WorkflowFaults.LineTooLong(_mostWaiting);
            }

            var slot = new RunSlot(this, lane, isGranted: false);
            if (lane.Waiting.Count == 0)
            {
                TurnOf(workspaceId).Lanes.AddLast(lane);
            }

            lane.Waiting.AddLast(slot);
            // The app's limit may just have been raised.
            Hand();
            return slot;
        }
    }

    /// <summary>How many runs work and wait now.</summary>
    public (int Working, int Waiting) Count()
    {
        lock (_lock)
        {
            return (_active, _lanes.Values.Sum(static lane => lane.Waiting.Count));
        }
    }

    /// <summary>Refuses what would only be refused later.</summary>
    /// <exception cref="FaultException"><c>workflows.too_many_runs</c>: the line is too long.</exception>
    public void EnsureLineIsShort(Guid appId)
    {
        lock (_lock)
        {
            if (_lanes.TryGetValue(appId, out var lane) && lane.Waiting.Count >= _mostWaiting)
            {
                throw WorkflowFaults.LineTooLong(_mostWaiting);
            }
        }
    }

    internal void Leave(RunSlot slot)
    {
        lock (_lock)
        {
            var lane = slot.Lane;
            switch (slot.End())
            {
                case SlotState.Held:
                    lane.Active--;
                    _active--;
                    Hand();
                    break;
                case SlotState.Waiting:
                    lane.Waiting.Remove(slot);
                    if (lane.Waiting.Count == 0)
                    {
                        var turn = TurnOf(lane.WorkspaceId);
                        turn.Lanes.Remove(lane);
                        Keep(turn);
                    }

                    break;
            }

            if (lane is { Active: 0, Waiting.Count: 0 })
            {
                _lanes.Remove(lane.AppId);
            }
        }
    }

    private void Hand()
    {
        while (_active < _limit && TakeNext() is { } slot)
        {
            Occupy(slot.Lane);
            slot.Grant();
        }
    }

    private void Occupy(AppLane lane)
    {
        lane.Active++;
        _active++;
    }

    // The workspace and the app whose turn it was go to the end.
    private RunSlot? TakeNext()
    {
        foreach (var turn in _turns)
        {
            if (turn.Lanes.FirstOrDefault(static lane => lane.Active < lane.Limit) is { } lane)
            {
                var slot = lane.Waiting.First!.Value;
                lane.Waiting.RemoveFirst();
                turn.Lanes.Remove(lane);
                if (lane.Waiting.Count > 0)
                {
                    turn.Lanes.AddLast(lane);
                }

                _turns.Remove(turn);
                _turns.AddLast(turn);
                Keep(turn);
                return slot;
            }
        }

        return null;
    }

    private WorkspaceTurn TurnOf(Guid workspaceId)
    {
        var turn = _turns.FirstOrDefault(turn => turn.WorkspaceId == workspaceId);
        if (turn is null)
        {
            _turns.AddLast(turn = new WorkspaceTurn(workspaceId));
        }

        return turn;
    }

    private void Keep(WorkspaceTurn turn)
    {
        if (turn.Lanes.Count == 0)
        {
            _turns.Remove(turn);
        }
    }
}
