namespace Middeck.Studio.Agents;

/// <summary>The talk between an agent and its model, in one of the ways in which models ask for tools.</summary>
internal interface IAgentDialogue
{
    /// <summary>Asks the model what comes next. What it answers goes into the run's progress as it comes.</summary>
    /// <param name="isLast">No tools any more: it has to answer.</param>
    Task<AgentMove> AskAsync(bool isLast);

    /// <summary>Tells the model what came out of its calls, in their order.</summary>
    void Tell(IReadOnlyList<AgentObservation> observations);
}
