namespace Middeck.Studio.Chat;

/// <summary>Chooses how much of a conversation a model is shown.</summary>
internal static class HistoryWindow
{
    /// <summary>The latest turns that fit the budget, oldest first. Never a part of a turn, and no gaps.</summary>
    public static IReadOnlyList<ChatTurn> Take(IReadOnlyList<ChatTurn> history, int turns, int tokens)
    {
        var first = history.Count;
        while (first > 0 && history.Count - first < turns)
        {
            var turn = history[first - 1];
            tokens -= TokenEstimate.Of(turn.Query) + TokenEstimate.Of(turn.Answer);
            if (tokens < 0)
            {
                break;
            }

            first--;
        }

        return [.. history.Skip(first)];
    }
}
