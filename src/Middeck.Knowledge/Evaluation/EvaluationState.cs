namespace Middeck.Knowledge.Evaluation;

/// <summary>Where an evaluation stands.</summary>
internal enum EvaluationState
{
    /// <summary>In the queue or under way.</summary>
    Running,

    /// <summary>Every case ran.</summary>
    Completed,

    /// <summary>It could not go on; <c>error</c> says why.</summary>
    Failed,

    /// <summary>Stopped because somebody asked.</summary>
    Cancelled,
}
